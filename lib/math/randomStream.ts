import { philox } from "./philox";

/** An endless, reproducible sequence: the same seed and stream give the same numbers on every machine. */
export type RandomStream = {
  /** The next uniform deviate, strictly between 0 and 1, with 52 random bits. */
  readonly uniform: () => number;
  /** The next standard normal deviate. */
  readonly normal: () => number;
};

/** Which sequence: `seed` names the experiment, `stream` one of its independent parts. Both are integers in [0, 2^32). */
export type RandomStreamInput = { readonly seed: number; readonly stream?: number };

/**
 * A stream of random numbers over {@link philox}: the seed and the stream are its key, the position its counter.
 * Normal deviates by Box and Muller (1958).
 */
export function randomStream({ seed, stream = 0 }: RandomStreamInput): RandomStream {
  let position = 0;
  let spareUniform: number | undefined;
  let spareNormal: number | undefined;

  function uniform(): number {
    if (spareUniform !== undefined) {
      const spare = spareUniform;
      spareUniform = undefined;
      return spare;
    }
    const [a, b, c, d] = philox([position >>> 0, Math.floor(position / 2 ** 32), 0, 0], [seed >>> 0, stream >>> 0]);
    position += 1;
    spareUniform = toOpenUnit(c, d);
    return toOpenUnit(a, b);
  }

  function normal(): number {
    if (spareNormal !== undefined) {
      const spare = spareNormal;
      spareNormal = undefined;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  return { uniform, normal };
}

/** 52 bits of two words as the middle of one of 2^52 equal cells of (0, 1): never 0, never 1, exact in a double. */
function toOpenUnit(high: number, low: number): number {
  return (high * 2 ** 20 + (low >>> 12) + 0.5) / 2 ** 52;
}
