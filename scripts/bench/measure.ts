/** One measured piece of work; `checksum` shows that both sides computed the same. */
export type Measured = { readonly nsPerItem: number; readonly checksum: number };

/** A piece of work: so many items a run, each run gives the sum of its results. */
export type Work = { readonly items: number; readonly run: () => number };

const BATCHES = 100;
/** Of work that takes seconds a run, as some peers do, fewer batches; never fewer than these. */
const LEAST_BATCHES = 2;
const LONGEST_MILLISECONDS = 3_000;
const BATCH_MILLISECONDS = 3;
const WARM_UP_MILLISECONDS = 300;

/**
 * The least of up to a hundred batches of at least 3 ms, after 300 ms to warm up; the clock is the runtime's own. The least and
 * short, as of the peers: other work on the machine only ever adds time, so it is the figure that two runs agree on.
 */
export function measure({ items, run }: Work): Measured {
  let checksum = 0;
  const timed = (repeats: number) => {
    const started = performance.now();
    for (let repeat = 0; repeat < repeats; repeat += 1) checksum = run();
    return performance.now() - started;
  };
  const warmUntil = performance.now() + WARM_UP_MILLISECONDS;
  while (performance.now() < warmUntil) timed(1);
  let repeats = 1;
  while (timed(repeats) < BATCH_MILLISECONDS) repeats *= 2;
  const times: number[] = [];
  const until = performance.now() + LONGEST_MILLISECONDS;
  while (times.length < BATCHES && (times.length < LEAST_BATCHES || performance.now() < until)) {
    times.push(timed(repeats) / repeats);
  }
  return { nsPerItem: (Math.min(...times) * 1e6) / items, checksum };
}

/** The faster of two measurements of the same work. */
export function faster(one: Measured | undefined, other: Measured): Measured {
  return one !== undefined && one.nsPerItem <= other.nsPerItem ? one : other;
}
