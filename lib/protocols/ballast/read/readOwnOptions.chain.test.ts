import { encodeFunctionData } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clearinghouseAbi } from "@/contracts-abi/Clearinghouse";
import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import { addressOf } from "@/devnet/accounts";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import { contractRead } from "@/lib/chain/ContractRead";
import { readOwnOptionTraces } from "./ownOptionTraces";
import { readOwnOptions } from "./readOwnOptions";
import { readVaults } from "./readVaults";
import { readWalletTokens } from "./readWalletTokens";

let test: TestDevnet;
let source: ChainSource;
const receiver = addressOf("demo");

beforeAll(async () => {
  test = await startTestDevnet();
  ({ source } = test);
});

afterAll(async () => {
  await test?.stop();
});

describe("readWalletTokens", () => {
  it("default: the coin and every token of the deployment, in its order", async () => {
    const { tokens } = await readWalletTokens(source, receiver);
    expect(tokens.map(({ token }) => token.symbol)).toEqual([
      "ETH",
      ...source.deployment.tokens.map((one) => one.symbol),
    ]);
    expect(tokens.every(({ amount }) => amount !== null && amount > 0n)).toBe(true);
    expect(tokens[0]?.pricedAs).toBe(source.deployment.addresses.weth);
  });

  it("error: a contract that is no token costs only its own line", async () => {
    const [first, ...others] = source.deployment.tokens;
    const broken = { address: source.deployment.addresses.clearinghouse, symbol: "BAD", decimals: 18 };
    const deployment = { ...source.deployment, tokens: [broken, first ?? broken, ...others] };
    const { tokens } = await readWalletTokens({ ...createChainSource(deployment), deployment }, receiver);
    expect(tokens.map(({ amount }) => amount === null)).toEqual([
      false,
      true,
      ...deployment.tokens.slice(1).map(() => false),
    ]);
  });
});

describe("readOwnOptions", () => {
  it("default: a maker's accounts of the open epochs are what the vaults sold, from the other side", async () => {
    const vaults = await readVaults(source);
    const makers = await Promise.all(
      (["northMaker", "southMaker"] as const).map((role) => readOwnOptions(source, addressOf(role))),
    );
    const open = vaults.filter(({ epoch }) => epoch.sizeSold > 0n && epoch.phase !== "idle");
    const legs = open.flatMap(({ epoch }) => epoch.legs.map((leg) => ({ ...leg, sizeSold: epoch.sizeSold })));
    expect(legs.length).toBeGreaterThan(4);
    for (const { seriesId } of legs) {
      const held = makers
        .flatMap(({ accounts }) => accounts.flatMap(({ options }) => options))
        .filter(({ series }) => series.seriesId === seriesId)
        .reduce((sum, { size }) => sum + size, 0n);
      // Two vaults may have sold the same series.
      const sold = legs
        .filter((leg) => leg.seriesId === seriesId)
        .reduce((sum, { side, ratio, sizeSold }) => sum - (BigInt(side) * (ratio * sizeSold)) / 10n ** 18n, 0n);
      // Each fill is rounded by itself.
      expect(held - sold < 16n && sold - held < 16n).toBe(true);
    }
  });

  it("behavior: what a maker sends to a wallet is a token there, and gone when it is sent on", async () => {
    const before = await readOwnOptions(source, receiver);
    expect(before).toMatchObject({ tokens: [], accounts: [], leftOut: 0 });
    const maker = addressOf("northMaker");
    const series = await giveOption(maker, receiver);
    const after = await readOwnOptions(source, receiver);
    expect(after.tokens).toEqual([{ series, size: 10n ** 18n }]);
    await sendAs(receiver, transferData(maker, series.seriesId, 10n ** 18n));
    expect((await readOwnOptions(source, receiver)).tokens).toEqual([]);
    expect((await readOwnOptions(source, maker)).tokens.map(({ size }) => size)).toEqual([10n ** 18n]);
  });

  it("error: transfers of nothing, of series that do not exist, hide nothing that is held", async () => {
    const series = await giveOption(addressOf("northMaker"), receiver);
    const spammer = addressOf("southMaker");
    for (let id = 1n; id <= 300n; id += 1n) await submitAs(spammer, transferData(receiver, id, 0n));
    await mine();
    const range = { account: receiver, fromBlock: BigInt(source.deployment.startBlock) };
    const { block } = await source.reader.read({});
    const traces = await readOwnOptionTraces(source.client, source.deployment, { ...range, toBlock: block.number });
    expect(traces).toMatchObject({ seriesIds: [series.seriesId], leftOut: 0 });
    const { tokens, leftOut } = await readOwnOptions(source, receiver);
    expect({ tokens, leftOut }).toEqual({ tokens: [{ series, size: 10n ** 18n }], leftOut: 0 });
  });
});

/** One option out of a maker's account, as a token of somebody's. */
async function giveOption(maker: `0x${string}`, to: `0x${string}`) {
  const own = await readOwnOptions(source, maker);
  const long = own.accounts
    .flatMap((account) => account.options.map((option) => ({ account, option })))
    .find(({ option, account }) => option.size > 0n && account.options.length === 1);
  if (long === undefined) throw new TypeError("the maker is long of nothing alone");
  const { series } = long.option;
  const args = [await accountOf(maker, series.seriesId), series.seriesId, 10n ** 18n, to] as const;
  await sendAs(maker, encodeFunctionData({ abi: clearinghouseAbi, functionName: "withdrawLong", args }));
  return series;
}

function transferData(to: `0x${string}`, seriesId: bigint, amount: bigint) {
  return encodeFunctionData({ abi: clearinghouseAbi, functionName: "transfer", args: [to, seriesId, amount] });
}

async function accountOf(maker: `0x${string}`, seriesId: bigint) {
  const vault = (await readVaults(source)).find(({ epoch }) => epoch.legs.some((leg) => leg.seriesId === seriesId));
  if (vault === undefined) throw new TypeError("no vault sold it");
  const args = [vault.address, BigInt(vault.epoch.number), maker] as const;
  const at = { address: source.deployment.addresses.quoteBook, abi: quoteBookAbi } as const;
  const { values } = await source.reader.read({
    account: contractRead({ ...at, functionName: "makerAccountOf", args }),
  });
  return values.account;
}

async function sendAs(from: `0x${string}`, data: `0x${string}`) {
  await submitAs(from, data);
  await mine();
}

async function submitAs(from: `0x${string}`, data: `0x${string}`) {
  await source.client.request({ method: "anvil_impersonateAccount", params: [from] } as never);
  const params = [{ from, to: source.deployment.addresses.clearinghouse, data }];
  await source.client.request({ method: "eth_sendTransaction", params } as never);
}

async function mine() {
  await source.client.request({ method: "evm_mine" } as never);
}
