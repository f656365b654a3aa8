import { describe, expect, test } from "vitest";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD } from "@/lib/units/Wad";
import { positionOf, putVault, WETH } from "@/lib/vault/vaultFixture";
import { accountFigures } from "./accountFigures";

const VAULT = putVault();
const OTHER = { ...putVault(), address: `0x${"d2".repeat(20)}` } as const;
const IN_ETHER = { ...putVault(), address: `0x${"d3".repeat(20)}`, asset: WETH } as const;
const WAITING = positionOf({ pendingDepositAssets: tokenAmount(1_000_000_000n) });

describe("what an account has, in words", () => {
  test("default: coins, and the value in each asset with the number of vaults", () => {
    const positions = [
      WAITING,
      { ...WAITING, vault: OTHER.address },
      { ...positionOf({ refundableAssets: tokenAmount(WAD / 2n) }), vault: IN_ETHER.address },
    ];
    expect(accountFigures({ wei: 3n * WAD, positions }, [VAULT, OTHER, IN_ETHER])).toEqual({
      coins: "3.00 ETH",
      vaults: "2,000.00 USDC and 0.50 WETH in 3 vaults",
    });
  });

  test("behavior: shares count at the price of the last settlement", () => {
    const held = positionOf({}, { shares: shares(100n * WAD) });
    const priced = { ...VAULT, address: held.vault };
    const { vaults } = accountFigures({ wei: 0n, positions: [held] }, [priced]);
    expect(vaults).toMatch(/^1\d\d\.\d\d USDC in 1 vault$/);
  });

  test("default: nothing anywhere", () => {
    expect(accountFigures({ wei: 0n, positions: [positionOf()] }, [VAULT])).toEqual({
      coins: "0.00 ETH",
      vaults: "in no vault",
    });
  });
});
