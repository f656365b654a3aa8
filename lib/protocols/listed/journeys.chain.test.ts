import { erc20Abi } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LendingWorld, startLendingWorld } from "@/devnet/lending/lendingFixture";
import { localAccount } from "@/devnet/localAccount";
import { depositAtOnce, redeemAtOnce } from "@/lib/transaction/intentsAtOnce";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { spell } from "../ballast/perform/performFixture";

let world: LendingWorld;

beforeAll(async () => {
  world = await startLendingWorld();
});

afterAll(async () => {
  await world?.stop();
});

const newcomer = localAccount(1);
const MONTH = 30 * 86_400;
const DOLLARS = tokenAmount(12_345_678_901n);
const ETHER = tokenAmount(3_210_000_000_000_000_001n);

function expectConfirmed(state: TransactionState) {
  expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
}

function finishedKinds(state: TransactionState) {
  return "finished" in state ? state.finished.map(({ kind }) => kind) : [];
}

describe("a vault of another protocol", () => {
  it("default: dollars go into an ERC-4626 vault by an exact approval, earn, and all of them come out", async () => {
    const before = await world.read("erc4626", "USDC", newcomer.address);
    expect(before.position.shares).toBe(0n);
    const entered = await world.play(depositAtOnce(before.vault, DOLLARS), newcomer);
    expectConfirmed(entered.state);
    expect(finishedKinds(entered.state)).toEqual(["approve"]);
    const after = await world.read("erc4626", "USDC", newcomer.address);
    expect(after.position.assetAllowance).toBe(0n);
    expect(before.position.walletAssets - after.position.walletAssets).toBe(DOLLARS);
    expect(DOLLARS - after.position.assets).toBeLessThanOrEqual(2n);

    await world.pass(MONTH);
    const later = await world.read("erc4626", "USDC", newcomer.address);
    expect(later.position.assets).toBeGreaterThan(after.position.assets + DOLLARS / 1_000n);
    expect(later.vault.sharePrice).toBeGreaterThan(after.vault.sharePrice);

    const left = await world.play(redeemAtOnce(later.vault, later.position, "everything"), newcomer);
    expectConfirmed(left.state);
    const end = await world.read("erc4626", "USDC", newcomer.address);
    expect([end.position.shares, end.position.assets]).toEqual([0n, 0n]);
    expect(end.position.walletAssets - after.position.walletAssets).toBeGreaterThanOrEqual(later.position.assets - 1n);
  });

  it("default: dollars go into Aave by a permit, earn, and all of them come out", async () => {
    const before = await world.read("aave", "USDC", newcomer.address);
    const entered = await world.play(depositAtOnce(before.vault, DOLLARS), newcomer);
    expectConfirmed(entered.state);
    expect(finishedKinds(entered.state)).toEqual(["permit"]);
    const after = await world.read("aave", "USDC", newcomer.address);
    expect(after.position.assetAllowance).toBe(0n);
    expect(before.position.walletAssets - after.position.walletAssets).toBe(DOLLARS);
    expect(after.position.shares).toBeGreaterThanOrEqual(DOLLARS - 1n);

    await world.pass(MONTH);
    const later = await world.read("aave", "USDC", newcomer.address);
    expect(later.position.shares).toBeGreaterThan(after.position.shares + DOLLARS / 1_000n);
    const left = await world.play(redeemAtOnce(later.vault, later.position, "everything"), newcomer);
    expectConfirmed(left.state);
    const end = await world.read("aave", "USDC", newcomer.address);
    expect(end.position.shares).toBe(0n);
    expect(end.position.walletAssets - after.position.walletAssets).toBeGreaterThanOrEqual(later.position.assets);
  });

  it("behavior: ether's token, which knows no permit, is approved; a part comes out to the unit, then the rest", async () => {
    const before = await world.read("aave", "WETH", newcomer.address);
    const entered = await world.play(depositAtOnce(before.vault, ETHER), newcomer);
    expectConfirmed(entered.state);
    expect(finishedKinds(entered.state)).toEqual(["approve"]);
    await world.pass(MONTH);
    const held = await world.read("aave", "WETH", newcomer.address);
    const part = tokenAmount(ETHER / 3n);
    const withdrawn = await world.play(redeemAtOnce(held.vault, held.position, part), newcomer);
    expectConfirmed(withdrawn.state);
    const rest = await world.read("aave", "WETH", newcomer.address);
    expect(rest.position.walletAssets - held.position.walletAssets).toBe(part);
    expectConfirmed((await world.play(redeemAtOnce(rest.vault, rest.position, "everything"), newcomer)).state);
    expect((await world.read("aave", "WETH", newcomer.address)).position.shares).toBe(0n);
  });

  it("behavior: a part comes out of an ERC-4626 vault by its shares", async () => {
    const depositor = localAccount(2);
    const before = await world.read("erc4626", "USDC", depositor.address);
    const part = tokenAmount(1_000_000_000n);
    expectConfirmed((await world.play(redeemAtOnce(before.vault, before.position, part), depositor)).state);
    const after = await world.read("erc4626", "USDC", depositor.address);
    const gained = after.position.walletAssets - before.position.walletAssets;
    expect(gained >= part && gained - part <= 2n).toBe(true);
    expect(after.position.shares).toBeGreaterThan(0n);
  });

  it("error: an allowance that was left for another contract's call is refused before anything is signed", async () => {
    const { vault } = await world.read("aave", "USDC", newcomer.address);
    const intent = depositAtOnce(vault, DOLLARS);
    if (intent === null) throw new TypeError("no intent");
    const stranger = { ...intent, vault: { ...intent.vault, entrance: newcomer.address } };
    const { state } = await world.play(stranger, newcomer);
    expect(state.status === "blocked" && state.reason.kind).toBe("policy");
    const other = world.deployment.registry.vaults.find(({ protocol }) => protocol === "erc4626");
    if (other === undefined) throw new TypeError("no vault");
    const swapped = { ...intent, vault: { ...intent.vault, entrance: other.address } };
    expect((await world.play(swapped, newcomer)).state.status).toBe("blocked");
    const allowance = await world.chain.read.readContract({
      ...{ address: vault.asset.address, abi: erc20Abi, functionName: "allowance" },
      args: [newcomer.address, other.address],
    });
    expect(allowance).toBe(0n);
  });
});
