import { parseAbi } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountOf, addressOf, type Role } from "@/devnet/accounts";
import { sendLive } from "@/devnet/chain/sendLive";
import { contractCall } from "@/devnet/chain/sendStep";
import { type LendingWorld, startLendingWorld } from "@/devnet/lending/lendingFixture";
import { independentLoan } from "@/devnet/lending/loanFixture";
import type { Intent } from "@/lib/transaction/Intent";
import { depositAtOnce, redeemAtOnce } from "@/lib/transaction/intentsAtOnce";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Loan } from "@/lib/vault/Loan";
import { liquidationPrice } from "@/lib/vault/liquidationPrice";
import type { Address, Hex } from "@/lib/vault/Token";
import { spell } from "../ballast/perform/performFixture";

const ONE = 10n ** 18n;
const feedAbi = parseAbi(["function post(int192[] answers, uint64[] updatedAts)"]);
const poolAbi = parseAbi([
  "function borrow(address asset, uint256 amount, uint256 interestRateMode, uint16 referralCode, address onBehalfOf)",
  "function getUserAccountData(address user) view returns (uint256, uint256, uint256, uint256, uint256, uint256)",
]);
const owner = addressOf("portfolio");

let world: LendingWorld;
let weth: Address;
let cbbtc: Address;
let before: Hex;

beforeAll(async () => {
  world = await startLendingWorld();
  ({ weth, cbbtc } = world.devnet.deployment.addresses);
});

beforeEach(async () => {
  before = await world.chain.test.snapshot();
});

afterEach(async () => {
  await world.chain.test.revert({ id: before });
});

afterAll(async () => {
  await world?.stop();
});

async function loanOf(): Promise<Loan> {
  const { loan } = await world.read("aave", "WETH", owner);
  if (loan === null) throw new TypeError("no loan");
  return loan;
}

/** The pool's own word on the account's health, now. */
async function poolHealth(): Promise<bigint> {
  const account = await world.chain.read.readContract({
    ...{ address: (await loanOf()).pool, abi: poolAbi, functionName: "getUserAccountData", args: [owner] },
  });
  return account[5];
}

/** Both prices of a coin as its first feed says them from now on. The market owns the feeds. */
async function setPrice(underlying: Address, price: bigint): Promise<void> {
  const { feeds, market } = world.devnet.deployment;
  const feed = feeds.find((one) => one.underlying === underlying)?.feed ?? "0x";
  const { timestamp } = await world.chain.read.getBlock();
  await world.chain.test.setBalance({ address: market, value: ONE });
  await world.chain.test.impersonateAccount({ address: market });
  const args = [[price], [timestamp]];
  await sendLive(world.chain, [contractCall({ from: market, to: feed, abi: feedAbi, functionName: "post", args })]);
}

async function expectCrossing(asset: Address, { price, side }: { price: bigint; side: "below" | "above" }) {
  const step = price / 1_000n;
  await setPrice(asset, side === "below" ? price + step : price - step);
  expect(await poolHealth()).toBeGreaterThan(ONE);
  await setPrice(asset, side === "below" ? price - step : price + step);
  expect(await poolHealth()).toBeLessThan(ONE);
}

describe("a loan", () => {
  it("default: every number of the seeded loan equals an independent computation at the same block", async () => {
    const loan = await loanOf();
    expect(loan.isExplained).toBe(true);
    const found = await independentLoan(world.chain, { pool: loan.pool, owner, blockNumber: loan.blockNumber });
    expect(
      loan.parts.map(({ asset, collateral, debt, price }) => ({ asset: asset.address, collateral, debt, price })),
    ).toEqual(found.parts);
    expect(loan.collateralValue).toBe(found.collateralValue);
    expect(loan.debtValue).toBe(found.debtValue);
    expect(loan.health).toBe(found.health);
    expect(loan.health).toBeGreaterThan((13n * ONE) / 10n);
    expect(loan.health).toBeLessThan((18n * ONE) / 10n);
  });

  it("behavior: a thousandth below its liquidation price the pool would liquidate it, a thousandth above not", async () => {
    const at = liquidationPrice(await loanOf(), weth);
    expect(at?.side).toBe("below");
    if (at !== null) await expectCrossing(weth, at);
  });

  it("behavior: with two kinds of collateral and a second debt the main one crosses where it is told, the other never", async () => {
    const bitcoin = await world.read("aave", "cbBTC", owner);
    await expectPlayed(depositAtOnce(bitcoin.vault, tokenAmount(20_000_000n)), "portfolio");
    await sendLive(world.chain, [borrow(weth, 2n * ONE)]);
    const loan = await loanOf();
    expect(loan.parts).toHaveLength(3);
    expect(liquidationPrice(loan, cbbtc)).toBeNull();
    const at = liquidationPrice(loan, weth);
    expect(at?.side).toBe("below");
    if (at !== null) await expectCrossing(weth, at);
    await setPrice(weth, loan.parts.find(({ asset }) => asset.address === weth)?.price ?? 0n);
    await setPrice(cbbtc, 1n);
    expect(await poolHealth()).toBeGreaterThan(ONE);
  });

  it("behavior: a coin that is owed and not held liquidates from above", async () => {
    const bitcoin = await world.read("aave", "cbBTC", addressOf("dmitri"));
    await expectPlayed(depositAtOnce(bitcoin.vault, tokenAmount(100_000_000n)), "dmitri");
    await sendLive(world.chain, [borrow(cbbtc, 3_000_000n)]);
    const at = liquidationPrice(await loanOf(), cbbtc);
    expect(at?.side).toBe("above");
    if (at !== null) await expectCrossing(cbbtc, at);
  });

  it("behavior: pledged ether can be taken out just as far as the loan stays covered, and the pool agrees", async () => {
    const { vault, position, loan } = await world.read("aave", "WETH", owner);
    expect(position.maxWithdraw > 0n && position.maxWithdraw < position.shares).toBe(true);
    expect(loan?.health).not.toBeNull();
    await expectPlayed(redeemAtOnce(vault, position, "everything"), "portfolio");
    const after = await poolHealth();
    expect(after > ONE && after < (ONE * 1_002n) / 1_000n).toBe(true);
  });
});

async function expectPlayed(intent: Intent | null, role: Role): Promise<void> {
  const { state } = await world.play(intent, accountOf(role));
  expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
}

function borrow(asset: Address, amount: bigint) {
  const pool = world.deployment.registry.vaults.find(({ protocol }) => protocol === "aave")?.address ?? "0x";
  const args = [asset, amount, 2n, 0, owner];
  return contractCall({ from: owner, to: pool, abi: poolAbi, functionName: "borrow", args });
}
