import { type UnixSeconds, unixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { wadToNumber } from "@/lib/units/Wad";
import { epochStage } from "@/lib/vault/epochSchedule";
import { nextExpiry } from "@/lib/vault/nextExpiry";
import { chooseStrikes } from "./chooseStrikes";
import type { CuratorPolicy, EpochStep, KeeperMarket, VaultState, WaitReason } from "./KeeperState";
import { legPrice, quantisePrice } from "./legPrice";

/** Everything a decision depends on, all as of one block; `now` is that block's time. */
export type PlanInput = {
  readonly state: VaultState;
  readonly market: KeeperMarket;
  readonly policy: CuratorPolicy;
  readonly now: UnixSeconds;
};

/**
 * The one next step of a vault's epoch, from the state of one block. Pure: the same block gives every keeper the same
 * answer, so two keepers want the same transaction and the chain refuses the second.
 */
export function planEpoch(input: PlanInput): EpochStep {
  const { epoch } = input.state;
  switch (epochStage(epoch, input.now)) {
    case "idle":
      return planIdle(input);
    case "selling":
      return wait("saleOpen", epoch.saleEnd);
    case "clearing":
      return { kind: "clear" };
    case "unsold":
      return { kind: "settle" };
    case "live":
      return wait("notExpired", epoch.expiry);
    case "settling":
      return planSettling(input);
  }
}

/**
 * Once the open window is over, requests are executed before anything is opened: an opening can be refused for reasons
 * that no plan sees, and nobody's request may wait for it. The opening is the next step.
 */
function planIdle(input: PlanInput): EpochStep {
  const { state, now } = input;
  const hasRequests = state.pendingDepositAssets > 0n || state.pendingRedeemShares > 0n;
  if (!hasRequests && state.totalAssets === 0n) return wait("nothingDeposited");
  const closable = unixSeconds(state.idleSince + BigInt(state.terms.openWindowSeconds));
  if (hasRequests && now >= closable) return { kind: "closeEmpty" };
  const opening = planOpening(input);
  return opening.kind === "wait" && hasRequests ? { ...opening, until: closable } : opening;
}

function planOpening({ state, market, policy, now }: PlanInput): Opening {
  if (!policy.mayOpen) return wait("notCurator");
  if (market.spot === null) return wait("noFreshPrice");
  const { quoted, impliedVolatility, realisedVolatility } = market;
  if (realisedVolatility === null) return wait("noVolatility");
  const expiry = nextExpiry(now, state.nextTerms);
  if (expiry === null) return wait("noExpiryInTenor");
  const spot = market.spot.price;
  const timeToExpiryYears = yearsBetween(now, expiry);
  const expected = quoted?.atTheMoney ?? impliedVolatility ?? realisedVolatility;
  const choice = chooseStrikes({
    ...{ legs: state.legs, spot, timeToExpiryYears, policy },
    volatility: expected,
  });
  if (!choice.ok) return wait(choice.reason);
  const { decimals, address } = state.asset;
  const isInKind = address === state.underlying.address;
  const value = state.legs.reduce((sum, leg, index) => {
    const strike = choice.strikes[index] ?? spot;
    const volatility = Math.min(expected, realisedVolatility);
    const price = legPrice({ isPut: leg.isPut, strike, spot, volatility, timeToExpiryYears, isInKind, decimals });
    return sum - leg.side * wadToNumber(leg.ratio) * price;
  }, 0);
  const floorPerUnit = quantisePrice(value * policy.floorShareOfValue, decimals);
  return { kind: "open", strikes: choice.strikes, expiry, floorPerUnit };
}

function planSettling({ state, market }: PlanInput): EpochStep {
  const { evidence } = market;
  if (evidence.kind === "final") return { kind: "settle" };
  if (evidence.kind === "none") return wait("noSettlementRound");
  return { kind: "proveSettlement", expiry: state.epoch.expiry, evidence };
}

function wait(reason: WaitReason, until: UnixSeconds | null = null): Waiting {
  return { kind: "wait", until, reason };
}

type Waiting = Extract<EpochStep, { kind: "wait" }>;
type Opening = Waiting | Extract<EpochStep, { kind: "open" }>;
