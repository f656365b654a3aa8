import type { ReactNode } from "react";
import { Icon } from "./Icon";
import { VisuallyHidden } from "./VisuallyHidden";

export type StepState = "upcoming" | "current" | "done" | "failed";

export type Step = {
  readonly title: string;
  /** When: a date with UTC, or "now". */
  readonly when: string;
  /** The consequence, in one sentence. */
  readonly note: ReactNode;
  readonly state: StepState;
};

const SPOKEN: Readonly<Record<StepState, string>> = {
  upcoming: "",
  current: "now: ",
  done: "done: ",
  failed: "failed: ",
};

export function Stepper({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.title} data-state={step.state} aria-current={step.state === "current" ? "step" : undefined}>
          <span className="stepper-mark" aria-hidden="true">
            <Mark state={step.state} number={index + 1} />
          </span>
          <b>
            <VisuallyHidden>{SPOKEN[step.state]}</VisuallyHidden>
            {step.title}
          </b>
          <time>{step.when}</time>
          <p>{step.note}</p>
        </li>
      ))}
    </ol>
  );
}

function Mark({ state, number }: { readonly state: StepState; readonly number: number }) {
  if (state === "done") return <Icon name="check" small />;
  return state === "failed" ? <Icon name="cross" small /> : number;
}
