import { describe, expect, it } from "vitest";
import type { ListedVaultRow } from "@/components/listed/listedVaults";
import type { ListedFlows } from "@/hooks/useListedFlows";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import { OWNER, USDC, WETH } from "@/lib/vault/vaultFixture";
import type { YieldFlow } from "@/lib/vault/YieldFlow";
import { otherFlowRows, otherResults } from "./otherFlowRows";

const VAULT = `0x${"c1".repeat(20)}` as const;

function row(held: bigint, assets: bigint): ListedVaultRow {
  return {
    vault: {
      ...{ chainId: 1, protocol: "erc4626", address: VAULT, entrance: VAULT, name: "V", asset: USDC },
      ...{ share: { address: VAULT, symbol: "S", decimals: 6 }, blockNumber: 9n, blockTimestamp: unixSeconds(9n) },
      ...{ totalAssets: tokenAmount(0n), totalShares: shares(0n), sharePrice: wad(10n ** 18n) },
      ...{ liquidity: null, yearlyRate: null, isEnterable: true },
    },
    position: {
      ...{ vault: VAULT, owner: OWNER, shares: shares(held), assets: tokenAmount(assets) },
      ...{ maxDeposit: tokenAmount(0n), maxWithdraw: tokenAmount(assets), maxRedeem: shares(held) },
      ...{ walletAssets: tokenAmount(0n), assetAllowance: tokenAmount(0n) },
    },
    loan: null,
  };
}

function flow(kind: YieldFlow["kind"], assets: bigint, changes: Partial<YieldFlow> = {}): YieldFlow {
  const place = {
    ...{ entrance: VAULT, asset: null, blockNumber: assets, logIndex: 0, at: unixSeconds(assets) },
    transaction: `0x${"7a".repeat(32)}`,
  } as const;
  return { kind, assets: tokenAmount(assets), shares: shares(assets), ...place, ...changes };
}

function listed(flows: readonly YieldFlow[]): readonly ListedFlows[] {
  return [{ ok: true, entry: { address: VAULT, protocol: "erc4626", name: null, assets: [] }, flows }];
}

describe("other flows", () => {
  it("default: newest first, each with its vault, and a result where the shares agree", () => {
    const rows = [row(60n, 66n)];
    const flows = otherFlowRows(
      listed([flow("deposit", 100n), flow("withdrawal", 140n, { shares: shares(40n) })]),
      rows,
    );
    expect(flows.map(({ flow: { kind }, vault }) => [kind, vault?.name])).toEqual([
      ["withdrawal", "V"],
      ["deposit", "V"],
    ]);
    expect(otherResults(flows, rows)).toMatchObject([{ inAssets: 100n, outAssets: 140n, resultAssets: 106n }]);
  });

  it("behavior: no result where shares came from elsewhere or are not counted", () => {
    const rows = [row(61n, 66n)];
    const resultOf = (one: YieldFlow) => otherResults(otherFlowRows(listed([one]), rows), rows)[0]?.resultAssets;
    expect(resultOf(flow("deposit", 60n))).toBeNull();
    expect(resultOf(flow("deposit", 61n, { shares: null }))).toBeNull();
    expect(resultOf(flow("deposit", 61n))).toBe(5n);
  });

  it("behavior: a token that no vault has stands by itself, and an empty vault without flows is left out", () => {
    const rows = [row(0n, 0n)];
    const flows = otherFlowRows(listed([flow("borrowing", 5n, { asset: WETH.address })]), rows);
    expect(flows[0]?.vault).toBeNull();
    expect(otherResults(flows, rows)).toEqual([]);
  });
});
