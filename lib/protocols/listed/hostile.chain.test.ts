import { encodeAbiParameters, type Hex, parseAbi, stringToHex, toFunctionSelector } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOf } from "@/devnet/accounts";
import { sendLive } from "@/devnet/chain/sendLive";
import { contractCall } from "@/devnet/chain/sendStep";
import { readArtifact } from "@/devnet/contracts/artifacts";
import { type LendingWorld, startLendingWorld } from "@/devnet/lending/lendingFixture";
import type { ListedVault } from "@/lib/config/VaultRegistry";
import type { Address } from "@/lib/vault/Token";
import { readListed } from "./readListed";

const answersAbi = parseAbi(["function setAnswer(bytes4 selector, bytes returnData)"]);
const owner = addressOf("portfolio");

let world: LendingWorld;

beforeAll(async () => {
  world = await startLendingWorld();
});

afterAll(async () => {
  await world?.stop();
});

const number = (value: bigint): Hex => encodeAbiParameters([{ type: "uint256" }], [value]);
const address = (value: Address): Hex => encodeAbiParameters([{ type: "address" }], [value]);
const text = (value: string): Hex => encodeAbiParameters([{ type: "string" }], [value]);

/** What a harmless vault of two decimals answers; `asset` is added. */
const VAULT: Readonly<Record<string, Hex>> = {
  "name()": text("Plain"),
  "symbol()": text("PLN"),
  "decimals()": number(2n),
  "totalAssets()": number(1_000n),
  "totalSupply()": number(500n),
  "convertToAssets(uint256)": number(2n * 10n ** 18n),
  "previewRedeem(uint256)": number(200n),
  "balanceOf(address)": number(100n),
  "maxDeposit(address)": number(7n),
  "maxWithdraw(address)": number(8n),
  "maxRedeem(address)": number(9n),
};
const TOKEN: Readonly<Record<string, Hex>> = {
  "symbol()": text("TOK"),
  "decimals()": number(2n),
  "balanceOf(address)": number(3n),
  "allowance(address,address)": number(0n),
};

type Answers = Readonly<Record<string, Hex | null>>;

/** Puts a contract on the chain that answers so and reverts on everything else. Null takes an answer away. */
async function answering(answers: Answers): Promise<Address> {
  const { bytecode } = readArtifact("DevAnswers");
  const from = addressOf("deployer");
  const nonce = await world.chain.read.getTransactionCount({ address: from });
  await sendLive(world.chain, [{ from, to: null, data: bytecode, label: "creation of a strange contract" }]);
  const blocks = await world.chain.read.getBlock({ includeTransactions: true });
  const made = blocks.transactions.find((one) => one.from.toLowerCase() === from.toLowerCase() && one.nonce === nonce);
  const receipt = await world.chain.read.getTransactionReceipt({ hash: made?.hash ?? "0x" });
  const to = receipt.contractAddress ?? "0x";
  const told = Object.entries(answers).flatMap(([signature, answer]) =>
    answer === null ? [] : [[toFunctionSelector(signature), answer] as const],
  );
  await sendLive(
    world.chain,
    told.map((args) => contractCall({ from, to, abi: answersAbi, functionName: "setAnswer", args })),
  );
  return to;
}

/** A strange vault over a strange token, listed between the two of the chain. */
async function readWith({ vault = {}, token = {} }: { readonly vault?: Answers; readonly token?: Answers }) {
  const asset = await answering({ ...TOKEN, ...token });
  const strange = await answering({ ...VAULT, "asset()": address(asset), ...vault });
  const entry: ListedVault = { address: strange, protocol: "erc4626", name: null, assets: [] };
  const [first, ...others] = world.deployment.registry.vaults;
  if (first === undefined) throw new TypeError("nothing is listed");
  const registry = { vaults: [first, entry, ...others], refusals: [] };
  const source = { ...world.source, deployment: { ...world.deployment, registry } };
  const outcomes = await readListed(source, owner);
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, outcomes[1]?.ok, true]);
  return outcomes[1];
}

async function vaultWith(answers: { readonly vault?: Answers; readonly token?: Answers }) {
  const outcome = await readWith(answers);
  if (!outcome?.ok) throw outcome?.failure ?? new TypeError("not listed");
  const [vault] = outcome.answer.vaults;
  const [position] = outcome.answer.positions;
  if (vault === undefined || position === undefined) throw new TypeError("no vault");
  return { vault, position };
}

describe("a strange vault between good ones", () => {
  it("default: what it says is taken as it says it", async () => {
    const { vault, position } = await vaultWith({});
    expect([vault.name, vault.share.symbol, vault.asset.symbol, vault.asset.decimals]).toEqual([
      "Plain",
      "PLN",
      "TOK",
      2,
    ]);
    expect([vault.totalAssets, vault.totalShares, vault.sharePrice]).toEqual([1_000n, 500n, 2n * 10n ** 18n]);
    expect([position.shares, position.assets]).toEqual([100n, 200n]);
    expect([position.maxDeposit, position.maxWithdraw, position.maxRedeem]).toEqual([7n, 8n, 9n]);
    expect(vault.isEnterable).toBe(false);
  });

  it.each([
    ["symbol as 32 bytes", { "symbol()": stringToHex("MKR", { size: 32 }) }, "MKR"],
    ["no symbol at all", { "symbol()": null }, "unnamed"],
    ["an empty symbol", { "symbol()": text("") }, "unnamed"],
    ["script text", { "symbol()": text("<img src=x onerror=alert(1)>") }, "<img src=x onerror=alert(1)>"],
    ["text that turns round and hides", { "symbol()": text("U\u202eSD\u200bC") }, "USDC"],
    ["a long text", { "symbol()": text("A".repeat(5_000)) }, `${"A".repeat(31)}…`],
    [
      "a length that is a lie",
      { "symbol()": `0x${"0".repeat(62)}20${"f".repeat(64)}${"41".repeat(32)}` },
      "A".repeat(32),
    ],
    ["an offset that is a lie", { "symbol()": `0x${"f".repeat(192)}` }, "unnamed"],
  ] as const)("behavior: %s", async (_, token, symbol) => {
    const { vault } = await vaultWith({ token });
    expect(vault.asset.symbol).toBe(symbol);
  });

  it("behavior: a megabyte for every question", async () => {
    const asset: Address = `0x${"a5".repeat(20)}`;
    await world.chain.test.setCode({ address: asset, bytecode: "0x60205f5262100000602052621000405ff3" });
    const { vault } = await vaultWith({ vault: { "asset()": address(asset) } });
    expect([vault.asset.symbol, vault.asset.decimals]).toEqual(["unnamed", 32]);
  });

  it.each([
    ["0", { "decimals()": number(0n) }, 0],
    ["36", { "decimals()": number(36n) }, 36],
    ["none", { "decimals()": null }, 0],
  ] as const)("behavior: decimals of the asset: %s", async (_, token, decimals) => {
    const { vault } = await vaultWith({ token });
    expect(vault.asset.decimals).toBe(decimals);
  });

  it("behavior: limits that it does not tell are none, and what it cannot preview is told by its price", async () => {
    const none = { "maxDeposit(address)": null, "maxWithdraw(address)": null, "maxRedeem(address)": null };
    const { position } = await vaultWith({ vault: { ...none, "previewRedeem(uint256)": null } });
    expect([position.maxDeposit, position.maxWithdraw, position.maxRedeem]).toEqual([0n, 0n, 0n]);
    expect(position.assets).toBe(2n * 10n ** 18n);
  });

  it.each([
    ["decimals of the asset: 37", { token: { "decimals()": number(37n) } }],
    ["decimals of the share: 255", { vault: { "decimals()": number(255n) } }],
    ["no asset", { vault: { "asset()": null } }],
    ["nothing that says what shares are worth", { vault: { "convertToAssets(uint256)": null } }],
    ["an answer that is no number", { vault: { "totalAssets()": "0x12" } }],
  ] as const)("error: %s is told, and the others are read as always", async (_, answers) => {
    const outcome = await readWith(answers);
    expect(outcome?.ok === false && outcome.failure.code).toMatch(/garbledAnswer|contractReverted/);
  });

  it("error: an address without code, and one that burns all gas", async () => {
    const burner: Address = `0x${"b1".repeat(20)}`;
    await world.chain.test.setCode({ address: burner, bytecode: "0x5b600056" });
    for (const strange of [burner, `0x${"c2".repeat(20)}` as Address]) {
      const entries = (["erc4626", "aave"] as const).map((protocol) => ({
        ...{ address: strange, protocol, name: null, assets: [] },
      }));
      const registry = { vaults: [...entries, ...world.deployment.registry.vaults], refusals: [] };
      const outcomes = await readListed({ ...world.source, deployment: { ...world.deployment, registry } }, owner);
      expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, true, true]);
    }
  });

  it("error: a vault whose asset is not the one that the registry names", async () => {
    const [listed] = world.deployment.registry.vaults;
    if (listed === undefined) throw new TypeError("nothing is listed");
    const registry = { vaults: [{ ...listed, assets: [world.deployment.addresses.weth] }], refusals: [] };
    const [outcome] = await readListed({ ...world.source, deployment: { ...world.deployment, registry } }, null);
    expect(outcome?.ok === false && outcome.failure.code).toBe("garbledAnswer");
  });
});
