import { describe, expect, it } from "vitest";
import { describedCall } from "@/lib/transaction/callDescriptions";
import { checkPolicy } from "@/lib/transaction/checkPolicy";
import { type IntentAtOnce, withRefusal } from "@/lib/transaction/Intent";
import { ACCOUNT, CHAIN_ID, NOW, USDC } from "@/lib/transaction/planFixture";
import { deserialiseTransaction, serialiseTransaction } from "@/lib/transaction/storedTransaction";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Address } from "@/lib/vault/Token";
import type { YieldProtocol } from "@/lib/vault/YieldVault";
import { DEPLOYMENT } from "../ballast/deploymentFixture";
import { policyOf } from "../ballast/perform/policyOf";
import type { PlanContext } from "../plan/PlanContext";
import { prepareListed } from "./prepareListed";

const ENTRANCE: Record<YieldProtocol, Address> = { erc4626: `0x${"a4".repeat(20)}`, aave: `0x${"a5".repeat(20)}` };
const PROTOCOLS = ["erc4626", "aave"] as const;
const registry = {
  vaults: PROTOCOLS.map((protocol) => ({
    ...{ address: ENTRANCE[protocol], protocol, name: null, assets: [USDC.address] },
  })),
  refusals: [],
};
const deployment = { ...DEPLOYMENT, registry };
const domain = { name: "USD Coin", version: "2", chainId: CHAIN_ID, verifyingContract: USDC.address };

function intentOf(protocol: YieldProtocol, kind: "deposit" | "part" | "all"): IntentAtOnce {
  const entrance = ENTRANCE[protocol];
  const address: Address = protocol === "erc4626" ? entrance : `0x${"a6".repeat(20)}`;
  const of = {
    vault: { address, name: "Vault", protocol, entrance },
    ...{ asset: USDC, assets: tokenAmount(1_000_000n), share: { address, symbol: "S", decimals: 6 } },
    shares: shares(900_000n),
  };
  return kind === "deposit" ? { kind: "depositAtOnce", ...of } : { kind: "redeemAtOnce", ...of, isAll: kind === "all" };
}

function planOf(intent: IntentAtOnce, more: Partial<PlanContext> = {}) {
  return prepareListed(intent, {
    ...{ deployment, id: "plan-1", account: ACCOUNT, walletChainId: CHAIN_ID, vaults: [] },
    block: { number: 100n, timestamp: NOW },
    spending: intent.kind === "depositAtOnce" ? [{ token: USDC, allowance: 0n, permit: { domain, nonce: 0n } }] : [],
    ...more,
  });
}

const kindsOf = (plan: ReturnType<typeof planOf>) => plan.steps.map(({ kind }) => kind);
const CASES = PROTOCOLS.flatMap((protocol) =>
  (["deposit", "part", "all"] as const).map((kind) => [protocol, kind] as const),
);

describe("prepareListed", () => {
  it.each(CASES)("default: %s, %s: within the rules, described, and the same after it was stored", (protocol, kind) => {
    const intent = intentOf(protocol, kind);
    for (const more of [{}, { sendsBatches: true }, { isSafe: true }, { walletChainId: 1 }]) {
      const plan = planOf(intent, more);
      expect(checkPolicy(plan, policyOf(deployment, ACCOUNT, NOW))).toEqual([]);
      expect(plan.allowanceLeft.every(({ amount }) => amount === 0n)).toBe(true);
      const act = plan.steps.at(-1);
      if (act?.kind !== "act") throw new TypeError("a plan ends with its act");
      const described = describedCall(act.call.functionName, act.call.protocol);
      expect(described?.arguments.map(({ path }) => path)).toEqual(act.call.arguments.map(({ name }) => name));
      const state: TransactionState = { status: "simulating", plan, finished: [], nonce: null };
      expect(deserialiseTransaction(serialiseTransaction(state))).toEqual({ ok: true, state });
    }
  });

  it("behavior: a pool takes a permit, a vault of the standard an approval; a wallet's batch and a refusal come first", () => {
    const [vault, pool] = PROTOCOLS.map((protocol) => intentOf(protocol, "deposit"));
    if (vault === undefined || pool === undefined) throw new TypeError("two protocols");
    expect(kindsOf(planOf(vault))).toEqual(["approve", "act"]);
    expect(kindsOf(planOf(pool))).toEqual(["permit", "act"]);
    expect(kindsOf(planOf(pool, { sendsBatches: true }))).toEqual(["approve", "act"]);
    expect(kindsOf(planOf(withRefusal(pool, { kind: "permit" })))).toEqual(["approve", "act"]);
    const standing = [{ token: USDC, allowance: 5n, permit: null }];
    expect(kindsOf(planOf(vault, { spending: standing }))).toEqual(["approve", "approve", "act"]);
  });

  it("behavior: everything is the shares of a vault, and the largest number of a pool", () => {
    const wordOf = (protocol: YieldProtocol) => {
      const act = planOf(intentOf(protocol, "all")).steps.at(-1);
      return act?.kind === "act" ? act.call.arguments[protocol === "aave" ? 1 : 0]?.value : null;
    };
    expect(wordOf("erc4626")).toBe(900_000n);
    expect(wordOf("aave")).toBe(2n ** 256n - 1n);
  });

  it("error: an entrance that the registry does not name, or names without the asset", () => {
    const policy = policyOf({ ...deployment, registry: { vaults: [], refusals: [] } }, ACCOUNT, NOW);
    for (const protocol of PROTOCOLS) {
      for (const kind of ["deposit", "all"] as const) {
        const found = checkPolicy(planOf(intentOf(protocol, kind)), policy).map((violation) => violation.kind);
        expect(found).toContain("unknownTarget");
      }
    }
  });
});
