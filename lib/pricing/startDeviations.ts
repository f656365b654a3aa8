import { expOfSum } from "@/lib/math/expOfSum";
import { fillLogs } from "@/lib/math/fillLogs";
import { BLOCK } from "@/lib/math/millsPairs";
import type { DeviationWork } from "./DeviationWork";

const INVERSE_SQRT_2PI = 0.3989422804014327;
/** π − 1, of Boyd's bound. */
const TURN_SLOPE = 2.141592653589793;
const SQRT_2PI = 2.5066282746310002;
/** From here on the tail of the normal law is the better guess. */
const TAIL_FROM = 0.3;
/** Below it ln(1 + x) is x as far as a guess needs it. */
const SMALL = 1e-6;

/** Which start a place takes. */
const BACHELIER = 0;
const TANGENT = 1;
const TAIL = 2;

const start = new Uint8Array(BLOCK);
/** What the start is read from: Bachelier's φ(0)/y, the tangent's deviation, the tail's share of what is left at the turn. */
const basis = new Float64Array(BLOCK);
const log = new Float64Array(BLOCK);
const unused = new Float64Array(BLOCK);

/**
 * A first deviation for each place of the work, within a few percent. All constants here choose the path, not the result.
 *
 * s_c = √(2a) is where v(s) turns; v(s_c) = ½ − φ(0)·R(s_c), with R within a percent by Boyd's bound (1959). Below it the share is read as
 * Bachelier's, v·e^(−a/2)/a = φ(h)/h − Φ(−h), and h from a rational function of √ln(1 + φ(0)/y), fitted to 5e-4. Above it the tangent at s_c,
 * or where little is left to the maximum the quantile of that rest (Abramowitz and Stegun 26.2.22): v is Φ(z) there but for a factor.
 */
export function startDeviations(work: DeviationWork): void {
  choose(work);
  fillLogs(log, unused, work.count);
  for (let index = 0; index < work.count; index += 1) {
    const from = basis[index] as number;
    const logarithm = log[index] as number;
    const moneyness = work.moneyness.high[index] as number;
    if (start[index] === TANGENT) work.deviation[index] = from;
    else if (start[index] === TAIL) work.deviation[index] = tailDeviation(logarithm, moneyness);
    else work.deviation[index] = bachelierDeviation(from < SMALL ? from : logarithm, moneyness);
  }
}

function choose(work: DeviationWork): void {
  for (let index = 0; index < work.count; index += 1) {
    const moneyness = work.moneyness.high[index] as number;
    const share = work.share[index] as number;
    const turn = Math.sqrt(2 * moneyness);
    const root = Math.sqrt(2 * moneyness + 2 * Math.PI);
    const shareAtTurn = (TURN_SLOPE * turn + (2 * moneyness) / (root + SQRT_2PI)) / (2 * (TURN_SLOPE * turn + root));
    const complement = work.complement[index] as number;
    unused[index] = 0;
    if (share < shareAtTurn) {
      const excess = (INVERSE_SQRT_2PI * moneyness * expOfSum(0.5 * moneyness, 0)) / share;
      start[index] = BACHELIER;
      basis[index] = excess;
      log[index] = 1 + excess;
    } else {
      const isTail = complement <= TAIL_FROM * (1 - shareAtTurn);
      start[index] = isTail ? TAIL : TANGENT;
      basis[index] = turn + SQRT_2PI * (share - shareAtTurn);
      log[index] = isTail ? (0.5 * complement) / (1 - shareAtTurn) : 1;
    }
  }
}

/** `eta` is ln(1 + φ(0)/y). Not beyond the turn. */
function bachelierDeviation(eta: number, moneyness: number): number {
  const g = Math.sqrt(eta);
  const over = 0.99925 + g * (0.3901 + g * (-0.14155 + g * 0.31166));
  const under = 1 + g * (0.36001 + g * (0.84683 + g * (-0.06071 + g * 0.21987)));
  return Math.min((moneyness * under) / (eta * over), Math.sqrt(2 * moneyness));
}

function tailDeviation(logOfTail: number, moneyness: number): number {
  const root = Math.sqrt(-2 * logOfTail);
  const z = root - (2.30753 + 0.27061 * root) / (1 + root * (0.99229 + 0.04481 * root));
  return z + Math.sqrt(z * z + 2 * moneyness);
}
