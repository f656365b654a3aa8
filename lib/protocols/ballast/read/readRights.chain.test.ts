import { createClient, encodeFunctionData, type Hex, http } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { localAccount } from "@/devnet/localAccount";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { STRANGER } from "@/lib/transaction/planFixture";
import type { StandingRight } from "@/lib/vault/StandingRight";
import { playIntent, spell } from "../perform/performFixture";
import { readRights } from "./readRights";

let test: TestDevnet;
let source: ChainSource;
const giver = localAccount(1);
const OPERATOR = `0x${"0e".repeat(20)}` as const;
const UNLIMITED = 2n ** 256n - 1n;

beforeAll(async () => {
  test = await startTestDevnet();
  ({ source } = test);
});

afterAll(async () => {
  await test?.stop();
});

function usdcVault() {
  const usdc = source.deployment.tokens.find(({ symbol }) => symbol === "USDC")?.address;
  const vault = source.deployment.vaults.find(({ asset }) => asset === usdc);
  if (vault === undefined) throw new TypeError("no vault of USDC");
  return vault;
}

async function send(to: Hex, data: Hex) {
  await source.client.request({ method: "anvil_impersonateAccount", params: [giver.address] } as never);
  const params = [{ from: giver.address, to, data }];
  await source.client.request({ method: "eth_sendTransaction", params } as never);
  await source.client.request({ method: "evm_mine" } as never);
}

const approve = (token: Hex, spender: Hex, amount: bigint) =>
  send(token, encodeFunctionData({ abi: erc20PermitAbi, functionName: "approve", args: [spender, amount] }));
const setOperator = (vault: Hex, isOn: boolean) =>
  send(vault, encodeFunctionData({ abi: strategyVaultAbi, functionName: "setOperator", args: [OPERATOR, isOn] }));

const named = (rights: readonly StandingRight[]) =>
  rights.map((right) =>
    right.kind === "operator"
      ? ["operator", right.vault.toLowerCase(), right.operator.toLowerCase()]
      : [right.token.symbol, right.spender.toLowerCase(), right.amount],
  );

/** A source whose node answers `eth_getLogs` in another way. */
function lying(change: (logs: readonly object[]) => readonly object[]): ChainSource {
  const liar = createChainSource(source.deployment);
  const request = liar.client.request as (asked: { readonly method: string }, options?: unknown) => Promise<unknown>;
  const answer = async (asked: { readonly method: string }, options?: unknown) => {
    const said = await request(asked, options);
    return asked.method === "eth_getLogs" ? change(said as readonly object[]) : said;
  };
  Object.assign(liar.client, { request: answer });
  return liar;
}

describe("standing rights", () => {
  it("default: what was granted stands, what was used up or taken back does not, and each is revoked", async () => {
    const vault = usdcVault();
    const { strategyRouter } = source.deployment.addresses;
    const pool = source.deployment.registry.vaults.find(({ protocol }) => protocol === "aave")?.address ?? "0x";
    expect((await readRights(source, giver.address)).rights).toEqual([]);
    await approve(vault.asset, strategyRouter, 5_000_000n);
    await approve(vault.asset, pool, 7n);
    await approve(vault.address, STRANGER, UNLIMITED);
    await approve(vault.address, OPERATOR, 3n);
    await approve(vault.address, OPERATOR, 0n);
    await setOperator(vault.address, true);
    const found = await readRights(source, giver.address);
    expect(named(found.rights)).toEqual([
      ["operator", vault.address.toLowerCase(), OPERATOR],
      ["USDC", strategyRouter.toLowerCase(), 5_000_000n],
      [vault.symbol, STRANGER, UNLIMITED],
      ["USDC", pool.toLowerCase(), 7n],
    ]);
    expect(found.rights.every(({ lastSetAt }) => lastSetAt !== null && lastSetAt <= found.blockTimestamp)).toBe(true);
    expect((await readRights(source, STRANGER)).rights).toEqual([]);

    const wallet: WalletClient = createClient({
      account: giver,
      chain: source.client.chain,
      transport: http(source.deployment.rpcUrls[0]),
    });
    for (const right of found.rights) {
      const intent =
        right.kind === "operator"
          ? ({
              kind: "revokeOperator",
              vault: { address: right.vault, name: vault.name },
              operator: right.operator,
              operatorName: null,
            } as const)
          : ({ kind: "revokeAllowance", token: right.token, spender: right.spender, spenderName: null } as const);
      const { state } = await playIntent(source, { intent, account: giver.address, wallet });
      expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
      expect("plan" in state && state.plan?.steps.map(({ kind }) => kind)).toEqual(["act"]);
    }
    expect((await readRights(source, giver.address)).rights).toEqual([]);
  });

  it("error: logs that were left out, or are another's, fail by name", async () => {
    const vault = usdcVault();
    await setOperator(vault.address, false);
    await setOperator(vault.address, true);
    await approve(vault.address, source.deployment.addresses.strategyRouter, 1n);
    const failure = { code: "garbledAnswer", subject: "eth_getLogs" };
    const none = lying(() => []);
    await expect(readRights(none, giver.address)).rejects.toMatchObject(failure);
    const cut = lying((logs) => logs.slice(0, -2));
    await expect(readRights(cut, giver.address)).rejects.toMatchObject(failure);
    const foreign = lying((logs) => logs.map((log) => ({ ...log, address: STRANGER })));
    await expect(readRights(foreign, giver.address)).rejects.toMatchObject(failure);
    expect((await readRights(source, giver.address)).rights).toHaveLength(2);
  });
});
