import type { DepositKind } from "./Product";

/** What somebody who builds a structure expects of the price; `protect`: holds the coin, or wants its rise, and fears its fall. */
export type TemplateOutlook = "bullish" | "neutral" | "bearish" | "volatile" | "protect";

/** The shapes that a structure can be started from. */
export type TemplateId =
  | "longCall"
  | "callSpreadBought"
  | "putSpreadSold"
  | "cashSecuredPut"
  | "riskReversal"
  | "coveredCall"
  | "ironCondor"
  | "ironButterfly"
  | "shortStrangle"
  | "shortStraddle"
  | "longPut"
  | "putSpreadBought"
  | "callSpreadSold"
  | "longStraddle"
  | "longStrangle"
  | "protectivePut"
  | "collar"
  | "protectedNote";

/**
 * One leg of a template: one option a unit, at `deviations` standard deviations of the settlement price from spot, ln(K/S) = d·σ√T, so that the
 * shape is as wide as the market expects the coin to move. Legs of one number share a strike.
 */
export type TemplateLeg = { readonly isPut: boolean; readonly side: 1 | -1; readonly deviations: number };

/** A shape, what is held with it, and what it does in one sentence. `{coin}` stands for the coin's name. */
export type Template = {
  readonly name: string;
  /** Two or three words. */
  readonly note: string;
  readonly deposit: DepositKind;
  readonly outlooks: readonly TemplateOutlook[];
  readonly legs: readonly TemplateLeg[];
  /** What it earns, when it loses, the worst case. */
  readonly sentence: string;
  /** Share of the deposit that the options may cost; only where the deposit decides the size. */
  readonly budget?: number;
};

const put = (side: 1 | -1, deviations: number): TemplateLeg => ({ isPut: true, side, deviations });
const call = (side: 1 | -1, deviations: number): TemplateLeg => ({ isPut: false, side, deviations });

/** Where sold options lie, where the bought ones that cap them, and where the far ones of a spread. */
const NEAR = 1;
const WING = 1.75;

/** Every template, in the order in which it is offered. */
export const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  longCall: {
    name: "Long call",
    note: "gain without a limit",
    deposit: "quote",
    outlooks: ["bullish"],
    legs: [call(1, 0.25)],
    sentence: "Earns the more {coin} rises, loses what it cost when {coin} does not rise, and never more than that.",
  },
  callSpreadBought: {
    name: "Call spread",
    note: "cheaper, gain capped",
    deposit: "quote",
    outlooks: ["bullish"],
    legs: [call(1, 0), call(-1, NEAR)],
    sentence:
      "Earns when {coin} rises, up to the upper strike; loses what it cost when {coin} does not rise, never more.",
  },
  putSpreadSold: {
    name: "Put spread, sold",
    note: "paid, loss capped",
    deposit: "quote",
    outlooks: ["bullish"],
    legs: [put(1, -WING), put(-1, -0.75)],
    sentence:
      "Earns its premium while {coin} stays above the upper strike, loses below it, at worst the distance of the strikes less the premium.",
  },
  cashSecuredPut: {
    name: "Cash-secured put",
    note: "paid to buy lower",
    deposit: "quote",
    outlooks: ["bullish", "neutral"],
    legs: [put(-1, -NEAR)],
    sentence:
      "Earns its premium while {coin} stays above the strike, loses dollar for dollar below it, at worst the strike less the premium.",
  },
  riskReversal: {
    name: "Risk reversal",
    note: "a rise paid by a fall",
    deposit: "quote",
    outlooks: ["bullish"],
    legs: [put(-1, -NEAR), call(1, NEAR)],
    sentence:
      "Earns when {coin} rises above the call, loses dollar for dollar below the put, at worst the whole of the put’s strike; between them little happens.",
  },
  coveredCall: {
    name: "Covered call",
    note: "sell your upside",
    deposit: "underlying",
    outlooks: ["bullish", "neutral"],
    legs: [call(-1, NEAR)],
    sentence:
      "Earns a premium on {coin} that you hold and gives away its rise above the strike; loses when {coin} falls, at worst all but the premium.",
  },
  ironCondor: {
    name: "Iron condor",
    note: "sell both, loss capped",
    deposit: "quote",
    outlooks: ["neutral"],
    legs: [put(1, -WING), put(-1, -NEAR), call(-1, NEAR), call(1, WING)],
    sentence:
      "Earns its premium while {coin} stays between the sold strikes, loses outside of them, at worst the distance to the bought strike less the premium.",
  },
  ironButterfly: {
    name: "Iron butterfly",
    note: "sell at spot, loss capped",
    deposit: "quote",
    outlooks: ["neutral"],
    legs: [put(1, -NEAR), put(-1, 0), call(-1, 0), call(1, NEAR)],
    sentence:
      "Earns most when {coin} ends at the middle strike, loses the further away it ends, at worst the distance to the bought strike less the premium.",
  },
  shortStrangle: {
    name: "Short strangle",
    note: "sell both sides",
    deposit: "quote",
    outlooks: ["neutral"],
    legs: [put(-1, -NEAR), call(-1, NEAR)],
    sentence:
      "Earns its premium while {coin} stays between the strikes, loses outside of them, above the call without a limit.",
  },
  shortStraddle: {
    name: "Short straddle",
    note: "sell at spot",
    deposit: "quote",
    outlooks: ["neutral"],
    legs: [put(-1, 0), call(-1, 0)],
    sentence:
      "Earns most when {coin} ends at the strike, loses on a move larger than its premium, upwards without a limit.",
  },
  longPut: {
    name: "Long put",
    note: "gain on a fall",
    deposit: "quote",
    outlooks: ["bearish"],
    legs: [put(1, -0.25)],
    sentence: "Earns the more {coin} falls, loses what it cost when {coin} does not fall, and never more than that.",
  },
  putSpreadBought: {
    name: "Put spread",
    note: "cheaper, gain capped",
    deposit: "quote",
    outlooks: ["bearish"],
    legs: [put(-1, -NEAR), put(1, 0)],
    sentence:
      "Earns when {coin} falls, down to the lower strike; loses what it cost when {coin} does not fall, never more.",
  },
  callSpreadSold: {
    name: "Call spread, sold",
    note: "paid, loss capped",
    deposit: "quote",
    outlooks: ["bearish"],
    legs: [call(-1, 0.75), call(1, WING)],
    sentence:
      "Earns its premium while {coin} stays below the lower strike, loses above it, at worst the distance of the strikes less the premium.",
  },
  longStraddle: {
    name: "Long straddle",
    note: "buy a big move",
    deposit: "quote",
    outlooks: ["volatile"],
    legs: [put(1, 0), call(1, 0)],
    sentence:
      "Earns on a move of {coin} larger than it cost, either way; loses when {coin} barely moves, at worst what it cost.",
  },
  longStrangle: {
    name: "Long strangle",
    note: "cheaper, wider",
    deposit: "quote",
    outlooks: ["volatile"],
    legs: [put(1, -0.75), call(1, 0.75)],
    sentence:
      "Earns on a large move of {coin} beyond either strike, loses what it cost when {coin} ends between them, never more.",
  },
  protectivePut: {
    name: "Protective put",
    note: "insure what you hold",
    deposit: "underlying",
    outlooks: ["protect"],
    legs: [put(1, -0.5)],
    sentence:
      "Keeps the rise of {coin} that you hold less the put’s price, loses on a fall down to the strike, and hardly more below it.",
  },
  collar: {
    name: "Collar",
    note: "insured, rise given away",
    deposit: "underlying",
    outlooks: ["protect"],
    legs: [put(1, -0.75), call(-1, NEAR)],
    sentence:
      "Insures {coin} that you hold below the put and pays for it with the rise above the call; loses down to the put, hardly more below it.",
  },
  protectedNote: {
    name: "Protected note",
    note: "95% back, part of a rise",
    deposit: "quote",
    outlooks: ["protect", "bullish"],
    legs: [call(1, 0), call(-1, WING)],
    sentence:
      "Keeps at least 95% of the deposit and spends the rest on a part of a rise of {coin}; loses that 5% when {coin} does not rise, never more.",
    budget: 0.05,
  },
};

/** Every template's name in code, in order. */
export const TEMPLATE_IDS = Object.keys(TEMPLATES) as readonly TemplateId[];

/** The templates for an outlook: those that are made for it first, then those that suit it too. */
export function templatesFor(outlook: TemplateOutlook): readonly TemplateId[] {
  const suited = TEMPLATE_IDS.filter((id) => TEMPLATES[id].outlooks.includes(outlook));
  const isOwn = (id: TemplateId) => TEMPLATES[id].outlooks[0] === outlook;
  return [...suited.filter(isOwn), ...suited.filter((id) => !isOwn(id))];
}
