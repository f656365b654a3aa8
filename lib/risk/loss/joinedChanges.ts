import type { LossChanges } from "./LossQuestion";

/** Ranges of scenarios that follow each other. */
export type ChangesSoFar = { readonly count: number; readonly chunks: readonly LossChanges[] };

/** One set of columns out of those of several ranges, in their order. */
export function joinedChanges({ count, chunks }: ChangesSoFar): LossChanges {
  const joined = (columnsOf: (chunk: LossChanges) => readonly Float64Array[]) =>
    (chunks[0] === undefined ? [] : columnsOf(chunks[0])).map((_, index) => {
      const whole = new Float64Array(count);
      let at = 0;
      for (const chunk of chunks) {
        const part = columnsOf(chunk)[index] ?? new Float64Array();
        whole.set(part, at);
        at += part.length;
      }
      return whole;
    });
  return { pieces: joined(({ pieces }) => pieces), factors: joined(({ factors }) => factors) };
}
