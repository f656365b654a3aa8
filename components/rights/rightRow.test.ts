import { describe, expect, it } from "vitest";
import { ACCOUNT, NOW, ROUTER, SECOND_VAULT, STRANGER, USDC, VAULT } from "@/lib/transaction/planFixture";
import type { StandingRight } from "@/lib/vault/StandingRight";
import { rightRow } from "./rightRow";

const POOL = `0x${"aa".repeat(20)}` as const;
const KNOWN = {
  addresses: { strategyRouter: ROUTER },
  vaults: [
    { address: VAULT, name: "Ballast ETH Put Income" },
    { address: SECOND_VAULT, name: "Ballast ETH Iron Condor" },
  ],
  registry: { vaults: [{ address: POOL, name: "Aave v3" }] },
};
const SHARE = { address: VAULT, symbol: "blPUT", decimals: 18 };

const allowance = (more: Partial<Extract<StandingRight, { kind: "allowance" }>>): StandingRight => ({
  kind: "allowance",
  token: USDC,
  spender: ROUTER,
  amount: 1_500_000_000n,
  lastSetAt: NOW,
  ...more,
});

describe("a right in words", () => {
  it("default: the router's allowance says how much, since when, and that only the owner can use it", () => {
    expect(rightRow(allowance({}), KNOWN, NOW)).toMatchObject({
      what: "USDC",
      holderName: "Ballast router",
      amount: "1,500.00 USDC",
      isWarning: false,
      since: "Wed 18 Nov, 11:06 UTC",
      reach:
        "Can take up to this amount of your USDC into a deposit, in a transaction that you send yourself; nobody else can make it.",
      intent: { kind: "revokeAllowance", token: USDC, spender: ROUTER, spenderName: "Ballast router" },
    });
  });

  it("behavior: a listed contract of another protocol is named, and what it does is its own word", () => {
    const row = rightRow(allowance({ spender: POOL, lastSetAt: null }), KNOWN, NOW);
    expect(row).toMatchObject({ holderName: "Aave v3", isWarning: false, since: "–" });
    expect(row.reach).toContain("another protocol’s contract, not audited by us");
    const unnamed = { ...KNOWN, registry: { vaults: [{ address: POOL, name: null }] } };
    expect(rightRow(allowance({ spender: POOL }), unnamed, NOW).holderName).toBe("Another protocol’s vault");
  });

  it("behavior: a stranger is not named, and no limit is called that", () => {
    const row = rightRow(
      allowance({ token: SHARE, spender: STRANGER, amount: 2n ** 256n - 1n, lastSetAt: null }),
      KNOWN,
      NOW,
    );
    expect(row).toMatchObject({
      what: "blPUT, shares of ETH Put Income",
      holder: STRANGER,
      holderName: null,
      amount: "Unlimited",
      isWarning: true,
      since: "before Ballast's first block",
    });
    expect(row.reach).toContain("all your blPUT, now and later to any address");
  });

  it("behavior: a vault takes an asset only when asked, and shares never", () => {
    const ofAsset = rightRow(allowance({ spender: SECOND_VAULT }), KNOWN, NOW);
    expect(ofAsset).toMatchObject({ holderName: "ETH Iron Condor vault" });
    expect(ofAsset.reach).toContain("that you, or an operator of yours, ask this vault for");
    expect(rightRow(allowance({ token: SHARE, spender: SECOND_VAULT }), KNOWN, NOW).reach).toContain("does nothing");
  });

  it("behavior: an operator reaches everything in the vault, whoever it is", () => {
    const row = rightRow({ kind: "operator", vault: VAULT, operator: ACCOUNT, lastSetAt: NOW }, KNOWN, NOW);
    expect(row).toMatchObject({
      what: "Operator in ETH Put Income",
      holder: ACCOUNT,
      isWarning: true,
      intent: { kind: "revokeOperator", vault: { address: VAULT, name: "ETH Put Income" }, operator: ACCOUNT },
    });
    expect(row.reach).toContain("paid to any address");
  });
});
