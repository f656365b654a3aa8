import { describe, expect, it } from "vitest";
import type { ListedVaultRow } from "@/components/listed/listedVaults";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD } from "@/lib/units/Wad";
import { OWNER, USDC } from "@/lib/vault/vaultFixture";
import { otherExits } from "./otherExits";

const LENT = `0x${"d1".repeat(20)}` as const;
const POOL = `0x${"d2".repeat(20)}` as const;

function row(held: bigint, paid: bigint): ListedVaultRow {
  return {
    vault: {
      ...{ chainId: 1, protocol: "aave", address: LENT, entrance: POOL, name: "Aave v3 USDC", asset: USDC },
      ...{ share: { ...USDC, address: LENT, symbol: "aUSDC" }, blockNumber: 9n, blockTimestamp: unixSeconds(9n) },
      ...{ totalAssets: tokenAmount(0n), totalShares: shares(0n), sharePrice: WAD },
      ...{ liquidity: tokenAmount(paid), yearlyRate: null, isEnterable: true },
    },
    position: {
      ...{ vault: LENT, owner: OWNER, shares: shares(held), assets: tokenAmount(held) },
      ...{ maxDeposit: tokenAmount(0n), maxWithdraw: tokenAmount(paid), maxRedeem: shares(paid) },
      ...{ walletAssets: tokenAmount(0n), assetAllowance: tokenAmount(0n) },
    },
    loan: null,
  };
}

describe("otherExits", () => {
  it("default: everything, at once", () => {
    const [held] = otherExits([row(5_000_000n, 5_000_000n)]);
    expect(held?.actions).toMatchObject([{ verb: "Withdraw all", intent: { kind: "redeemAtOnce", isAll: true } }]);
  });

  it("behavior: what cannot be paid whole is named, what cannot be paid at all is told without a step", () => {
    const [part] = otherExits([row(5_000_000n, 2_000_000n)]);
    expect(part?.actions).toMatchObject([{ verb: "Withdraw what can be paid", intent: { assets: 2_000_000n } }]);
    expect(otherExits([row(5_000_000n, 0n)])).toMatchObject([{ title: "Aave v3 USDC", actions: [] }]);
    expect(otherExits([row(0n, 0n)])).toEqual([]);
  });
});
