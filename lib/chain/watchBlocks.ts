import type { BallastError } from "@/lib/errors/BallastError";
import { chainFailure } from "./chainFailure";

/** What a subscriber hears. */
export type BlockListener = {
  /** Block that is on screen already; only another one is news. */
  readonly known: bigint | undefined;
  /** The newest block's number changed, forward or back after a reorganisation; or nodes answer again. */
  readonly onBlock: (number: bigint) => void;
  /** Is something on screen not of the newest block, because its read failed? Then an answer is news, whatever block it names. */
  readonly isBehind: () => boolean;
  /** No node answered; asked again after the same pause. */
  readonly onFailure: (failure: BallastError) => void;
};

/**
 * Asks for the newest block's number again and again, one request at a time, `pauseMilliseconds` between an answer and
 * the next question. Returns what stops it.
 */
export function watchBlocks(
  newest: () => Promise<bigint>,
  pauseMilliseconds: number,
  listener: BlockListener,
): () => void {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = listener.known;
  const ask = async () => {
    try {
      const number = await newest();
      if (!isStopped && (number !== last || listener.isBehind())) listener.onBlock(number);
      last = number;
    } catch (cause) {
      if (!isStopped) listener.onFailure(chainFailure(cause));
    }
    if (!isStopped) timer = setTimeout(ask, pauseMilliseconds);
  };
  void ask();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
