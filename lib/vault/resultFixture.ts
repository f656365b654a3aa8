import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import { type Act, dayOf, type Lived, lived } from "./activityFixture";
import type { FlowPrices } from "./cashFlows";
import { costBasis } from "./costBasis";
import { positionValue } from "./positionValue";
import { positionOf, USDC as TOKEN } from "./vaultFixture";
import { vaultResult } from "./vaultResult";

const PAR: FlowPrices = { assetDecimals: 6, usdAt: () => 1 };
/** A dollar more a day, from 10 on. */
export const RISING: FlowPrices = { assetDecimals: 6, usdAt: (at: UnixSeconds) => 10 + Number(at - dayOf(0)) / 86_400 };

function heldValue({ state, price }: Lived) {
  const position = positionOf(state.requests, { shares: state.shares });
  return positionValue(position, { sharePrice: wad(price), asset: TOKEN }).totalAssets;
}

/** What acts come to: the books, the result now, and what now is. */
export function resultOf(played: readonly Act[], prices = PAR) {
  const after = lived(played);
  const basis = costBasis(after.events, prices);
  const now = { valueAssets: heldValue(after), assetDecimals: 6, assetUsd: prices.usdAt(dayOf(played.length)) };
  return { basis, result: vaultResult(basis, now), now };
}
