import { describe, expect, test } from "vitest";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import { NOW, OWNER, putVault, USDC } from "@/lib/vault/vaultFixture";
import { type DepositAttempt, depositObstacle } from "./depositObstacle";
import { maxSpendable } from "./maxSpendable";
import { redeemObstacle } from "./redeemObstacle";

const wallet = { account: OWNER, chainId: 31_337 } as const;
const coins = { balance: 10n ** 18n, reserve: 10n ** 15n };

function attempt(text: string, changes: Partial<DepositAttempt> = {}): DepositAttempt {
  const amount = parseTokenAmount(text, 6);
  const parts = [{ vault: putVault(), assets: amount.ok ? amount.amount : tokenAmount(0n) }];
  const base = { wallet, amount, token: USDC, spendable: tokenAmount(2_000_000_000n), parts, isPaidInCoin: false };
  return { ...base, coins, now: NOW, ...changes };
}

describe("deposit", () => {
  const of = (text: string, changes: Partial<DepositAttempt> = {}) => depositObstacle(attempt(text, changes));
  const inVault = (text: string, changes: Parameters<typeof putVault>[0], assets = 1_500_000_000n) =>
    of(text, { parts: [{ vault: putVault(changes), assets: tokenAmount(assets) }] });

  test("default: nothing in the way", () => expect(of("1500")).toBeNull());

  test("error: each obstacle with its number", () => {
    expect(of("1500", { wallet: null })).toEqual({ kind: "notConnected" });
    expect(of("1500", { wallet: { ...wallet, chainId: 1 } })).toEqual({
      kind: "wrongNetwork",
      found: 1,
      needed: 31_337,
    });
    expect(of("")).toEqual({ kind: "noAmount", reason: "empty", token: USDC });
    expect(of("2000.5")).toMatchObject({ kind: "overBalance", by: 500_000n, balance: 2_000_000_000n });
    expect(of("99.999999")).toMatchObject({ kind: "belowMinimum", minimum: 100_000_000n });
    expect(of("1500", { coins: { balance: 5n, reserve: 7n } })).toEqual({ kind: "noFeeCoin", missingWei: 2n });
    expect(inVault("1500", { isDepositPaused: true })).toMatchObject({ kind: "depositsPaused" });
    expect(inVault("1500", { sharePrice: wad(0n) })).toMatchObject({ kind: "deadVault" });
    expect(inVault("1500", { totalAssets: tokenAmount(4_999_000_000_000n) })).toMatchObject({
      kind: "overCap",
      by: 500_000_000n,
      room: 1_000_000_000n,
    });
    const spot = { ...putVault().spot, updatedAt: unixSeconds(NOW - 3601n) };
    expect(inVault("1500", { spot })).toMatchObject({ kind: "stalePrice", ageSeconds: 3601n });
  });

  test("behavior: the wallet comes before the vault, the vault before the amount", () => {
    const parts = [{ vault: putVault({ isDepositPaused: true }), assets: tokenAmount(0n) }];
    expect(of("", { parts, wallet: null })?.kind).toBe("notConnected");
    expect(of("", { parts })?.kind).toBe("depositsPaused");
  });

  test("behavior: paid in the coin, amount and fee together must fit", () => {
    const exact = { balance: 10n ** 15n + 1_500_000_000n, reserve: 10n ** 15n };
    expect(of("1500", { isPaidInCoin: true, coins: exact })).toBeNull();
    expect(of("1500.000001", { isPaidInCoin: true, coins: exact })).toEqual({ kind: "noFeeCoin", missingWei: 1n });
  });
});

test("default: withdrawals know wallet, amount and shares, and no pause", () => {
  const share = putVault().share;
  const of = (text: string, held: bigint) =>
    redeemObstacle({ wallet, chainId: 31_337, amount: parseTokenAmount(text, 18), share, held: shares(held), coins });
  expect(of("1", 10n ** 18n)).toBeNull();
  expect(of("1.5", 10n ** 18n)).toMatchObject({ kind: "overBalance", by: 5n * 10n ** 17n, token: share });
  expect(of("x", 10n ** 18n)).toMatchObject({ kind: "noAmount", reason: "notANumber" });
  const withCoins = (balance: bigint) =>
    redeemObstacle({
      ...attempt("1"),
      chainId: 31_337,
      share,
      held: shares(10n ** 18n),
      coins: { balance, reserve: 7n },
    });
  expect(withCoins(0n)).toEqual({ kind: "noFeeCoin", missingWei: 7n });
  expect(withCoins(1n)).toBeNull();
});

test("default: MAX leaves the fee in the coin and nothing in a token", () => {
  expect(maxSpendable({ balance: 10n, isCoin: true, gasReserve: 3n })).toBe(7n);
  expect(maxSpendable({ balance: 2n, isCoin: true, gasReserve: 3n })).toBe(0n);
  expect(maxSpendable({ balance: 10n, isCoin: false, gasReserve: 3n })).toBe(10n);
});
