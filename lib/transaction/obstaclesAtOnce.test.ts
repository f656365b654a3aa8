import { describe, expect, it } from "vitest";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";
import { type AttemptAtOnce, depositAtOnceObstacle, redeemAtOnceObstacle } from "./obstaclesAtOnce";
import { ACCOUNT, CHAIN_ID, USDC, VAULT } from "./planFixture";

const vault: YieldVault = {
  ...{ chainId: CHAIN_ID, protocol: "erc4626", address: VAULT, entrance: VAULT, name: "V", asset: USDC },
  ...{ share: { address: VAULT, symbol: "S", decimals: 6 }, blockNumber: 1n, blockTimestamp: unixSeconds(1n) },
  ...{ totalAssets: tokenAmount(0n), totalShares: shares(0n), sharePrice: wad(10n ** 18n) },
  ...{ liquidity: null, yearlyRate: null, isEnterable: true },
};
const position: YieldPosition = {
  ...{ vault: VAULT, owner: ACCOUNT, shares: shares(9_000_000n), assets: tokenAmount(9_000_000n) },
  ...{ maxDeposit: tokenAmount(5_000_000n), maxWithdraw: tokenAmount(4_000_000n), maxRedeem: shares(4_000_000n) },
  ...{ walletAssets: tokenAmount(7_000_000n), assetAllowance: tokenAmount(0n) },
};

function attempt(text: string, changes: Partial<AttemptAtOnce> = {}): AttemptAtOnce {
  const wallet = { account: ACCOUNT, chainId: CHAIN_ID };
  const coins = { balance: 10n, reserve: 5n };
  return { wallet, vault, position, amount: parseTokenAmount(text, 6), coins, ...changes };
}

describe("depositAtOnceObstacle", () => {
  const of = (text: string, changes: Partial<AttemptAtOnce> = {}) => depositAtOnceObstacle(attempt(text, changes));

  it("default: nothing in the way up to the vault's own bound", () => expect(of("5")).toBeNull());

  it("error: each obstacle with its number, the wallet first", () => {
    const closed = { vault: { ...vault, isEnterable: false } };
    expect(of("", { ...closed, wallet: null })).toEqual({ kind: "notConnected" });
    expect(of("", closed)).toEqual({ kind: "notEnterable", vaultName: "V" });
    expect(of("5", { vault: { ...vault, sharePrice: wad(0n) } })).toMatchObject({ kind: "deadVault" });
    expect(of("")).toMatchObject({ kind: "noAmount", reason: "empty" });
    expect(of("7.000001")).toMatchObject({ kind: "overBalance", by: 1n });
    expect(of("5.000001")).toMatchObject({ kind: "overCap", by: 1n, room: 5_000_000n });
    expect(of("5", { coins: { balance: 4n, reserve: 5n } })).toMatchObject({ kind: "noFeeCoin", missingWei: 1n });
  });
});

describe("redeemAtOnceObstacle", () => {
  const of = (text: string, changes: Partial<AttemptAtOnce> = {}, isPledged = false) =>
    redeemAtOnceObstacle(attempt(text, changes), isPledged);

  it("default: what the vault pays now, whatever the fee reserve", () => {
    expect(of("4", { coins: { balance: 1n, reserve: 5n } })).toBeNull();
  });

  it("error: nothing there, more than there is, more than comes out now", () => {
    expect(of("1", { position: undefined })).toEqual({ kind: "nothingHeld", vaultName: "V" });
    expect(of("1", { position: { ...position, shares: shares(0n) } })).toMatchObject({ kind: "nothingHeld" });
    expect(of("9.000001")).toMatchObject({ kind: "overBalance", by: 1n });
    expect(of("4.000001", {}, true)).toMatchObject({ kind: "overPayable", most: 4_000_000n, isPledged: true });
    expect(of("", { position: { ...position, maxWithdraw: tokenAmount(0n) } })).toMatchObject({ most: 0n });
    expect(of("1", { coins: { balance: 0n, reserve: 5n } })).toMatchObject({ kind: "noFeeCoin" });
  });
});
