import type { CharacteristicFunction } from "./CharacteristicFunction";

/**
 * The transform on the line s = ½ + iu at u = 0, step, 2·step, …, divided by q = u² + ¼ and weighted for the trapezoidal rule, as
 * columns of complex coefficients (real and imaginary parts in turn). Column 0: transform less control; then, with `hasForward`,
 * the same times ½ + iu and times q; then the derivatives. Buffers serve the next line again.
 */
export type CharacteristicLine = { readonly columns: Float64Array[]; count: number; step: number };

export type LineRule = {
  readonly step: number;
  /** What is left out of a column is below e^(−digits); of the second derivative, relative to its natural size. */
  readonly digits: number;
  readonly hasForward: boolean;
  /** A line that needs more nodes is given up. */
  readonly nodeLimit: number;
};

const FIRST_CAPACITY = 256;
/** What a law writes of one node. */
const exponent = new Float64Array(64);

export function emptyLine(): CharacteristicLine {
  return { columns: [], count: 0, step: 0 };
}

/** Fills the line until the rest no longer counts, judged by the integrand itself; false when that is not within the limit. */
export function fillLine(line: CharacteristicLine, law: CharacteristicFunction, rule: LineRule): boolean {
  const { step, digits, hasForward } = rule;
  const allowed = (Math.PI / step) * Math.exp(-digits);
  const allowedSecond = hasForward
    ? allowed * Math.max(1, 1 / Math.sqrt(law.controlVariance))
    : Number.POSITIVE_INFINITY;
  const first = hasForward ? 3 : 1;
  let previous = Number.POSITIVE_INFINITY;
  line.step = step;
  for (let index = 0; index < rule.nodeLimit; index += 1) {
    const u = index * step;
    const q = u * u + 0.25;
    law.exponentAt(u, exponent);
    const control = Math.exp(-0.5 * law.controlVariance * q);
    const modulus = Math.exp(exponent[0] as number);
    const weight = ((index === 0 ? 0.5 : 1) * step) / (Math.PI * q);
    const re = weight * modulus * Math.cos(exponent[1] as number);
    const im = weight * modulus * Math.sin(exponent[1] as number);
    reserve(line, { width: first + law.derivativeCount, index });
    writeValue(line, index, { re: re - weight * control, im });
    if (hasForward) writeForward(line, index, u);
    for (let place = 0; place < law.derivativeCount; place += 1)
      writeDerivative(line.columns[first + place] as Float64Array, { index, place, re, im });
    const bound = Math.exp(exponent[2] as number) + control;
    const rest = bound / (1 - bound / previous);
    line.count = index + 1;
    if (index > 1 && rest >= 0 && rest <= Math.min(allowed * q, allowedSecond)) return true;
    previous = bound;
  }
  return false;
}

function writeValue(
  line: CharacteristicLine,
  index: number,
  value: { readonly re: number; readonly im: number },
): void {
  const column = line.columns[0] as Float64Array;
  column[2 * index] = value.re;
  column[2 * index + 1] = value.im;
}

function writeDerivative(
  column: Float64Array,
  {
    index,
    place,
    re,
    im,
  }: { readonly index: number; readonly place: number; readonly re: number; readonly im: number },
): void {
  const dRe = exponent[3 + 2 * place] as number;
  const dIm = exponent[4 + 2 * place] as number;
  column[2 * index] = re * dRe - im * dIm;
  column[2 * index + 1] = re * dIm + im * dRe;
}

function writeForward({ columns }: CharacteristicLine, index: number, u: number): void {
  const [value, first, second] = columns as [Float64Array, Float64Array, Float64Array];
  const re = value[2 * index] as number;
  const im = value[2 * index + 1] as number;
  const q = u * u + 0.25;
  first[2 * index] = 0.5 * re - u * im;
  first[2 * index + 1] = 0.5 * im + u * re;
  second[2 * index] = q * re;
  second[2 * index + 1] = q * im;
}

function reserve(line: CharacteristicLine, { width, index }: { readonly width: number; readonly index: number }): void {
  if (line.columns.length >= width && (line.columns[0] as Float64Array).length > 2 * index) return;
  const capacity = Math.max(FIRST_CAPACITY, 2 * index);
  while (line.columns.length < width) line.columns.push(new Float64Array(0));
  line.columns.forEach((column, place) => {
    if (column.length >= 2 * capacity) return;
    const grown = new Float64Array(2 * capacity);
    grown.set(column);
    line.columns[place] = grown;
  });
}
