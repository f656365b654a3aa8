import { describe, expect, it } from "vitest";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";
import { depositAtOnce, redeemAtOnce } from "./intentsAtOnce";
import { ACCOUNT, CHAIN_ID, USDC, VAULT } from "./planFixture";

const share = { address: VAULT, symbol: "S", decimals: 9 };
const vault: YieldVault = {
  ...{ chainId: CHAIN_ID, protocol: "erc4626", address: VAULT, entrance: VAULT, name: "Vault", share, asset: USDC },
  ...{ blockNumber: 1n, blockTimestamp: unixSeconds(1n), totalAssets: tokenAmount(0n), totalShares: shares(0n) },
  ...{ sharePrice: wad(1_250_000_000_000_000_000n), liquidity: null, yearlyRate: null, isEnterable: true },
};
const position: YieldPosition = {
  ...{ vault: VAULT, owner: ACCOUNT, shares: shares(800_000_000n), assets: tokenAmount(1_000_000n) },
  ...{ maxDeposit: tokenAmount(10n ** 12n), maxWithdraw: tokenAmount(1_000_000n), maxRedeem: shares(800_000_000n) },
  ...{ walletAssets: tokenAmount(0n), assetAllowance: tokenAmount(0n) },
};

describe("depositAtOnce", () => {
  it("default: five dollars at 1.25 are four shares, in the share's own decimals", () => {
    expect(depositAtOnce(vault, tokenAmount(5_000_000n))).toMatchObject({ assets: 5_000_000n, shares: 4_000_000_000n });
  });

  it("error: shares that are worth nothing", () => {
    expect(depositAtOnce({ ...vault, sharePrice: wad(0n) }, tokenAmount(1n))).toBeNull();
  });
});

describe("redeemAtOnce", () => {
  it("default: everything is the shares, whatever they are worth by then", () => {
    const intent = redeemAtOnce(vault, position, "everything");
    expect(intent).toMatchObject({ shares: 800_000_000n, assets: 1_000_000n, isAll: true });
  });

  it("behavior: a part rounds its shares up, and never over what is held", () => {
    expect(redeemAtOnce(vault, position, tokenAmount(1n))).toMatchObject({ shares: 800n, assets: 1n, isAll: false });
    const poor = { ...position, shares: shares(799n) };
    expect(redeemAtOnce(vault, poor, tokenAmount(1n))).toMatchObject({ shares: 799n, isAll: false });
  });

  it("behavior: a vault that cannot pay everything pays what it can", () => {
    const short = { ...position, maxWithdraw: tokenAmount(250_000n), maxRedeem: shares(200_000_000n) };
    expect(redeemAtOnce(vault, short, "everything")).toMatchObject({ assets: 250_000n, isAll: false });
    expect(redeemAtOnce(vault, short, tokenAmount(900_000n))).toMatchObject({ assets: 250_000n, isAll: false });
    const stopped = { ...short, maxWithdraw: tokenAmount(0n), maxRedeem: shares(0n) };
    expect(redeemAtOnce(vault, stopped, "everything")).toBeNull();
  });

  it("behavior: nothing of nothing", () => {
    expect(redeemAtOnce(vault, { ...position, shares: shares(0n), maxRedeem: shares(0n) }, "everything")).toBeNull();
  });
});
