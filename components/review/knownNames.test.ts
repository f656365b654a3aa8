import { describe, expect, it } from "vitest";
import { ACCOUNT, approveStep, depositManyCall, ROUTER, STRANGER, USDC, VAULT } from "@/lib/transaction/planFixture";
import { brokenRules } from "./brokenRules";
import { knownNames, unitOf, unitsOf } from "./knownNames";

const DEPLOYMENT = {
  addresses: { strategyRouter: ROUTER },
  vaults: [{ address: VAULT, name: "Ballast ETH Put Income", symbol: "blUSDC-CSP", asset: USDC.address }],
  tokens: [USDC],
};
const PLAN = { chainId: 1, account: ACCOUNT, calls: [], safeNonce: null };
const argument = (name: string, value: string) => ({ name, solidityType: "address", value });

describe("knownNames", () => {
  it("default: our contracts, listed tokens and the account have names, a stranger has none", () => {
    const names = knownNames(DEPLOYMENT, PLAN);
    expect(names.get(VAULT)).toBe("Ballast ETH Put Income");
    expect(names.get(ROUTER)).toBe("Ballast router");
    expect(names.get(ACCOUNT)).toBe("the account");
    expect(names.get(STRANGER)).toBeUndefined();
  });

  it("behavior: an account that claims to be one of ours is still called the account", () => {
    expect(knownNames(DEPLOYMENT, { ...PLAN, account: ROUTER }).get(ROUTER)).toBe("the account");
  });

  it("behavior: amounts are in the unit of the contract that takes them", () => {
    expect(unitOf(STRANGER, DEPLOYMENT)).toBeUndefined();
    const approve = approveStep();
    const call = approve.kind === "approve" ? { ...approve.call, functionName: "approve" } : depositManyCall();
    expect(unitsOf(call, DEPLOYMENT).asset).toEqual(USDC);
    expect(unitsOf({ ...call, to: VAULT }, DEPLOYMENT).asset).toMatchObject({ symbol: "blUSDC-CSP", decimals: 18 });
    const deposit = { ...depositManyCall(), functionName: "depositMany", arguments: [argument("asset", USDC.address)] };
    expect(unitsOf(deposit, DEPLOYMENT)).toMatchObject({ asset: USDC, share: { symbol: "shares" } });
    const claim = { ...deposit, to: VAULT, functionName: "redeem", arguments: [] };
    expect(unitsOf(claim, DEPLOYMENT)).toMatchObject({ asset: USDC, share: { symbol: "blUSDC-CSP" } });
  });
});

describe("brokenRules", () => {
  it("default: what the whole breaks first, then each call by its place", () => {
    const review = {
      plan: PLAN,
      digest: "0x00",
      violations: [{ kind: "wrongChain", found: 1, expected: 2 }],
      calls: [
        { call: depositManyCall(), read: null, violations: [], decoded: { ok: false, reason: "target" } },
        {
          call: depositManyCall(),
          read: null,
          violations: [{ kind: "unknownTarget", target: STRANGER }],
          decoded: { ok: false, reason: "target" },
        },
      ],
    } as const;
    expect(brokenRules(review)).toEqual([
      "It is for chain 1, not 2.",
      `Call 2: it names ${STRANGER}, which is none of this page's contracts.`,
    ]);
  });
});
