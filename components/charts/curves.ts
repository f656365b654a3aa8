export type Point = readonly [x: number, y: number];
export type Curve = (value: number) => number;

/** Pixels to one decimal: enough for a screen, and the same text on server and client. */
export function pixel(value: number): number {
  return Math.round(value * 10) / 10;
}

/** An SVG path through the points. */
export function linePath(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${pixel(x)} ${pixel(y)}`).join("");
}

export type Sampling = {
  readonly lo: number;
  readonly hi: number;
  readonly steps: number;
  readonly corners?: readonly number[];
};

/** Evenly spaced values from lo to hi, with the corners of a curve among them so that it keeps its edges. */
export function sampleValues({ lo, hi, steps, corners = [] }: Sampling): readonly number[] {
  const even = Array.from({ length: steps + 1 }, (_, index) => lo + ((hi - lo) * index) / steps);
  const inside = corners.filter((corner) => corner > lo && corner < hi);
  return [...new Set([...even, ...inside])].sort((a, b) => a - b);
}

export type SignedAreas = { readonly gain: string; readonly loss: string };

/**
 * The area between a curve and zero as two paths, above and below; split exactly where the line between two
 * samples crosses zero. Points are [value, result] in data units; `toPixels` places them.
 */
export function signedAreas(points: readonly Point[], toPixels: (point: Point) => Point): SignedAreas {
  const paths = { gain: "", loss: "" };
  let run: Point[] = [];
  let side: "gain" | "loss" | undefined;
  const close = () => {
    const first = run[0];
    const last = run.at(-1);
    if (side !== undefined && first !== undefined && last !== undefined && run.length > 1) {
      const outline = [...run, [last[0], 0] as const, [first[0], 0] as const];
      paths[side] += `${linePath(outline.map(toPixels))}Z`;
    }
    run = [];
  };
  points.forEach((point, index) => {
    const here = point[1] >= 0 ? "gain" : "loss";
    const before = points[index - 1];
    if (side !== undefined && before !== undefined && here !== side) {
      const crossing: Point = [zeroBetween(before, point), 0];
      run.push(crossing);
      close();
      run.push(crossing);
    }
    side = here;
    run.push(point);
  });
  close();
  return paths;
}

function zeroBetween([x0, y0]: Point, [x1, y1]: Point): number {
  return x0 + ((x1 - x0) * -y0) / (y1 - y0);
}
