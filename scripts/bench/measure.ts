/** One measured piece of work; `checksum` shows that both sides computed the same. */
export type Measured = { readonly nsPerItem: number; readonly checksum: number };

/** A piece of work: so many items a run, each run gives the sum of its results. */
export type Work = { readonly items: number; readonly run: () => number };

const BATCHES = 9;
const BATCH_MILLISECONDS = 60;

/** Median of nine batches of at least 60 ms, after as much to warm up; the clock is the runtime's own. */
export function measure({ items, run }: Work): Measured {
  let checksum = 0;
  const timed = (repeats: number) => {
    const started = performance.now();
    for (let repeat = 0; repeat < repeats; repeat += 1) checksum = run();
    return performance.now() - started;
  };
  let repeats = 1;
  while (timed(repeats) < BATCH_MILLISECONDS) repeats *= 2;
  const times = Array.from({ length: BATCHES }, () => timed(repeats) / repeats).sort((a, b) => a - b);
  return { nsPerItem: ((times[(BATCHES - 1) / 2] ?? Number.NaN) * 1e6) / items, checksum };
}
