import { expect, test } from "vitest";
import { relianceExposures } from "@/lib/risk/stress/relianceExposures";
import { yieldParts } from "@/lib/risk/yieldParts";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { wad } from "@/lib/units/Wad";
import type { Loan } from "@/lib/vault/Loan";
import type { Address } from "@/lib/vault/Token";
import { NOW, OWNER, USDC, WETH } from "@/lib/vault/vaultFixture";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";
import { otherRelyingParts } from "./otherRelyingParts";

const account = (digits: string): Address => `0x${digits.repeat(20)}`;
const POOL = account("Cc");
const [ATOKEN, SAVER] = [account("a1"), account("5A")];

function vault(address: Address, changes: Partial<YieldVault>): YieldVault {
  return {
    ...{ chainId: 1, protocol: "erc4626", address, entrance: address, blockNumber: 1n, blockTimestamp: NOW },
    ...{ name: "Dollar saver", share: { ...USDC, address, symbol: "sUSDC" }, asset: USDC },
    ...{ totalAssets: tokenAmount(0n), totalShares: shares(0n), sharePrice: wad(10n ** 18n) },
    ...{ liquidity: null, yearlyRate: null, isEnterable: true, ...changes },
  };
}

function position(address: Address, assets: bigint): YieldPosition {
  return {
    ...{ vault: address, owner: OWNER, shares: shares(assets), assets: tokenAmount(assets) },
    ...{ maxDeposit: tokenAmount(0n), maxWithdraw: tokenAmount(0n), maxRedeem: shares(0n) },
    ...{ walletAssets: tokenAmount(0n), assetAllowance: tokenAmount(0n) },
  };
}

const aave = vault(ATOKEN, {
  ...{ protocol: "aave", entrance: POOL, name: "Aave WETH", asset: WETH },
  share: { ...WETH, address: ATOKEN, symbol: "aWETH" },
});
const loan: Loan = {
  ...{ chainId: 1, pool: POOL, poolName: "Aave v3", owner: OWNER, blockNumber: 1n, blockTimestamp: NOW },
  ...{ collateralValue: price8(0n), debtValue: price8(0n), liquidationThreshold: bps(0n), health: wad(1n) },
  parts: [
    {
      ...{ asset: USDC, collateral: tokenAmount(0n), debt: tokenAmount(4_000_000_000n), price: price8(10n ** 8n) },
      liquidationThreshold: bps(0n),
    },
  ],
  isExplained: true,
};
const holdings = {
  vaults: [aave, vault(SAVER, {})],
  positions: [position(ATOKEN, 5n * 10n ** 18n), position(SAVER, 10_000_000_000n)],
  loans: [loan],
};
const worthOf = (token: Address) =>
  token === WETH.address ? ({ kind: "coin", symbol: "ETH", spot: 3_000 } as const) : ({ kind: "quote" } as const);
const exposures = relianceExposures(otherRelyingParts({ ...holdings, parts: yieldParts({ ...holdings, worthOf }) }));
const found = (kind: string) =>
  exposures.filter((one) => one.kind === kind).map(({ name, value }) => [name, value] as const);

test("default: each position hangs on its contract, its token, and the pool behind it", () => {
  expect(found("contract")).toEqual([
    ["aWETH", 15_000],
    ["Dollar saver", 10_000],
  ]);
  expect(exposures.find(({ name }) => name === "aWETH")?.id).toBe(`1:${ATOKEN}`);
});

test("behavior: a debt takes away from its pool and from its token; a standard is no protocol that could fail", () => {
  expect(found("protocol")).toEqual([["Aave v3", 11_000]]);
  expect(found("quote")).toEqual([
    ["WETH", 15_000],
    ["USDC", 6_000],
  ]);
  const net = 15_000 + 10_000 - 4_000;
  expect(exposures.find(({ name }) => name === "USDC")?.share).toBeCloseTo(6_000 / net, 12);
});

test("behavior: an address in other capitals is the same thing", () => {
  const shouted = { ...loan, pool: POOL.toUpperCase().replace("0X", "0x") as Address };
  const parts = yieldParts({ ...holdings, loans: [shouted], worthOf });
  const all = relianceExposures(otherRelyingParts({ ...holdings, loans: [shouted], parts }));
  expect(all.filter(({ kind }) => kind === "protocol")).toHaveLength(1);
});

test("behavior: a part that nothing explains relies on nothing that is known", () => {
  const [part] = yieldParts({ ...holdings, worthOf });
  expect(part && otherRelyingParts({ vaults: [], loans: [], parts: [part] })[0]?.reliesOn).toEqual([]);
});
