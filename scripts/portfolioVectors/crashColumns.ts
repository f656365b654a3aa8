import { black } from "@/lib/pricing/black";
import { liquidationFactor, slicePayment, takenBySlice } from "@/lib/products/liquidation";
import type { ExactLeg, SettlementUnit } from "@/lib/products/payoffExact";
import { portfolioRequirement } from "@/lib/products/portfolioMargin";
import { bps } from "@/lib/units/Bps";
import { type Price8, price8 } from "@/lib/units/Price8";
import { type TokenAmount, tokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import { wad, wadToNumber } from "@/lib/units/Wad";
import { DOLLAR, initialAt, leg, maintenanceAt, ONE, PACE, PAUSE_SECONDS, SPOT } from "./portfolioParameters";

/**
 * A strangle through −35 % in a day while the volatility doubles. Every ten minutes a price; liquidators value the legs by Black's formula at the volatility
 * of the moment and, shy as they are on such a day, take a slice only when what goes with it is 45 % more. Written as columns of crash.json: when what was done, and the account after it.
 */
type State = {
  readonly legs: readonly ExactLeg[];
  readonly collateral: TokenAmount;
  readonly fund: TokenAmount;
  readonly startedAt: number | undefined;
  readonly lastSlice: number | undefined;
};

type Moment = { readonly time: number; readonly spot: Price8; readonly volatility: number };

const UNIT: SettlementUnit = { inUnderlying: false, decimals: 6 };
const STEP_SECONDS = 600;
const STEPS = 144;
const SECONDS_PER_YEAR = 365 * 86_400;
const TERM_SECONDS = 7 * 86_400;
const SLICE = bps(2_000n);
const PROFIT = 1.45;
const FUND = tokenAmount(500_000_000n);
const IDLE = "0";
const START = "1";
const SLICED = "2";

export function crashColumns(): Record<string, string[]> {
  const legs = [leg(true, 1900n, -10n * ONE), leg(false, 2100n, -10n * ONE)];
  const collateral = portfolioRequirement(legs, { unit: UNIT, scenario: initialAt(SPOT) });
  let state: State = { legs, collateral, fund: FUND, startedAt: undefined, lastSlice: undefined };
  const rows = path().map((moment) => {
    const { next, action } = step(state, moment);
    state = next;
    return { moment, action, state };
  });
  return {
    collateral: [String(collateral)],
    fund: [String(FUND)],
    time: rows.map(({ moment }) => String(moment.time)),
    spot: rows.map(({ moment }) => String(moment.spot)),
    action: rows.map(({ action }) => action),
    collateralAfter: rows.map((row) => String(row.state.collateral)),
    putAfter: rows.map((row) => String(row.state.legs[0]?.size ?? 0n)),
    maintenanceAfter: rows.map((row) => String(maintenance(row.state, row.moment.spot))),
  };
}

/** 2,000 falls to 1,300 over a day, faster at first than last, up and down by some dollars on the way; 60 % of volatility become 120 %. In integers. */
function path(): readonly Moment[] {
  return Array.from({ length: STEPS }, (_, index) => {
    const left = STEPS - (index + 1);
    const fallen = 700 * (STEPS ** 2 - left ** 2);
    const swing = 4 * (Math.abs((index % 32) - 16) - 8) * left * STEPS;
    const cents = Math.floor((100 * (2000 * STEPS ** 2 - fallen + swing)) / STEPS ** 2);
    return {
      time: (index + 1) * STEP_SECONDS,
      spot: price8(BigInt(cents) * (DOLLAR / 100n)),
      volatility: 0.6 * (1 + (index + 1) / STEPS),
    };
  });
}

function step(state: State, moment: Moment): { readonly next: State; readonly action: string } {
  const required = maintenance(state, moment.spot);
  if (state.collateral >= required) return { next: { ...state, startedAt: undefined }, action: IDLE };
  const { startedAt } = state;
  if (startedAt === undefined) return { next: { ...state, startedAt: moment.time }, action: START };
  if (moment.time < (state.lastSlice ?? 0) + PAUSE_SECONDS) return { next: state, action: IDLE };
  const factorBps = liquidationFactor(PACE, BigInt(moment.time - startedAt));
  const payment = slicePayment({ ...state, maintenance: required, sliceBps: SLICE, factorBps });
  const paid = tokenToNumber(tokenAmount(payment.fromAccount + payment.fromFund), UNIT.decimals);
  if (paid < (PROFIT * value(state.legs, moment)) / 5) return { next: state, action: IDLE };
  const next = {
    legs: state.legs.map((one) => ({ ...one, size: wad(one.size - takenBySlice(one.size, SLICE)) })),
    collateral: tokenAmount(state.collateral - payment.fromAccount),
    fund: tokenAmount(state.fund - payment.fromFund),
    startedAt: state.startedAt,
    lastSlice: moment.time,
  };
  const healthy = next.collateral >= maintenance(next, moment.spot);
  return { next: { ...next, startedAt: healthy ? undefined : startedAt }, action: SLICED };
}

function maintenance({ legs }: State, spot: Price8): TokenAmount {
  return portfolioRequirement(legs, { unit: UNIT, scenario: maintenanceAt(spot) });
}

/** What the short legs are worth, in whole quote units. */
function value(legs: readonly ExactLeg[], { time, spot, volatility }: Moment): number {
  return legs.reduce((sum, one) => {
    const option = black({
      forward: Number(spot) / 1e8,
      strike: Number(one.strike) / 1e8,
      timeToExpiryYears: (TERM_SECONDS - time) / SECONDS_PER_YEAR,
      volatility,
      isPut: one.isPut,
    });
    return sum - wadToNumber(one.size) * option.price;
  }, 0);
}
