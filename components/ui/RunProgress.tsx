import { Button } from "./Button";
import { Meter } from "./Meter";

export type RunProgressProps = {
  /** How far it is, in words: "2,048 of 20,000 scenarios". */
  readonly text: string;
  /** 0 to 1. */
  readonly share: number;
  readonly isRunning: boolean;
  readonly onStop: () => void;
  readonly onGoOn: () => void;
};

/** How far a computation is, and the way to stop it; of one that was stopped, the way to finish it. Shows only what takes longer than a blink. */
export function RunProgress({ text, share, isRunning, onStop, onGoOn }: RunProgressProps) {
  return (
    <span className="run-progress" aria-live="off">
      <span className="w-44">
        {text}
        <Meter share={share} label={text} />
      </span>
      {isRunning ? (
        <Button size="sm" onClick={onStop}>
          Stop
        </Button>
      ) : (
        <Button size="sm" onClick={onGoOn}>
          Go on
        </Button>
      )}
    </span>
  );
}
