import { expect, test } from "vitest";
import { vaultUnit } from "@/lib/risk/whatIf/vaultUnit";
import { bps } from "@/lib/units/Bps";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import { epochSchedule } from "@/lib/vault/epochSchedule";
import type { Vault } from "@/lib/vault/Vault";
import { fillOf, MARKET, NOW, putVault } from "@/lib/vault/vaultFixture";
import { hedgeCandidates, hedgeSentence, leastSentence, othersSentence } from "./hedgeWords";
import { NOTHING_ELSEWHERE } from "./otherHoldings";
import { EMPTY_WALLET } from "./walletView";

function priced(vault: Vault) {
  const made = vaultUnit({ vault, fills: [fillOf()], market: MARKET, now: NOW });
  if (!made.ok) throw new Error(made.reason);
  return { vault, id: vault.name, unit: made.unit, heldUsd: 0 };
}

const column = Float64Array.of(0.1, -0.1);
const HEDGE = { parts: [{ id: "a", dollars: 2_500.5 }], cost: 1.25, before: 1_000, after: 800 };
const nameOf = (id: string) => `Vault ${id}`;

test("default: vaults that take deposits, with their room and the fee until the first exit", () => {
  const vault = putVault({ terms: { ...putVault().terms, managementFee: bps(200n) } });
  const closed = putVault({ isDepositPaused: true });
  const full = putVault({ terms: { ...vault.terms, cap: tokenAmount(1n) } });
  const portfolio = {
    holdings: [],
    others: NOTHING_ELSEWHERE,
    wallet: EMPTY_WALLET,
    book: { coins: [], parts: [] },
    marketOf: () => undefined,
    fillsOf: () => [],
    vaults: [],
    leftOut: [],
  };
  const inputs = {
    stamp: "",
    portfolio: { ...portfolio, now: NOW, isReadingFills: false },
    quotes: [],
    volatilities: [],
    surfaceAsOf: null,
  };
  const found = hedgeCandidates({ priced: [priced(closed), priced(vault), priced(full)], inputs }, [
    column,
    column,
    column,
  ]);
  expect(found).toHaveLength(1);
  expect(found[0]?.mostDollars).toBe(3_994_000);
  const years = Number(epochSchedule(vault, NOW).firstExitAt.at - NOW) / SECONDS_PER_YEAR;
  expect(found[0]?.costPerDollar).toBeCloseTo(0.02 * years, 12);
});

test("default: a proposal in words, with what it is not", () => {
  const sentence = hedgeSentence({ ok: true, hedge: HEDGE, others: [] }, { budget: 5_000, nameOf });
  expect(sentence).toContain(
    "$2,500.50 in Vault a makes it smallest: from −$1,000 to −$800, a cost of $1.25 taken off.",
  );
  expect(sentence).toContain("not advice");
  expect(othersSentence([{ ...HEDGE, parts: [{ id: "b", dollars: 2_500.5 }], after: 900 }], nameOf)).toBe(
    "Next: $2,500.50 in Vault b, −$900.",
  );
  expect(othersSentence([], nameOf)).toBe("");
});

test("behavior: two vaults are both named, and the best one alone comes first of the others", () => {
  const pair = {
    ...{ cost: 2, before: 1_000, after: 700 },
    parts: [
      { id: "a", dollars: 2_000 },
      { id: "b", dollars: 1_000 },
    ],
  };
  const sentence = hedgeSentence({ ok: true, hedge: pair, others: [] }, { budget: 5_000, nameOf });
  expect(sentence).toMatch(
    /^\$2,000\.00 in Vault a and \$1,000\.00 in Vault b make it smallest: from −\$1,000 to −\$700/,
  );
  expect(othersSentence([{ ...pair, after: 750 }, HEDGE], nameOf)).toBe(
    "Next: $2,500.50 in Vault a, −$800; $2,000.00 in Vault a and $1,000.00 in Vault b, −$750.",
  );
});

test("behavior: where none makes it smaller, that is said", () => {
  expect(hedgeSentence({ ok: false, reason: "noneReduces", before: 1_000 }, { budget: 5_000, nameOf })).toBe(
    "No deposit of up to $5,000 into any of the vaults that take one, or into two of them, makes the expected shortfall smaller. It stays at −$1,000.",
  );
});

test("behavior: an amount below the vault's least says so", () => {
  const vault = priced(putVault());
  expect(leastSentence(2_500, vault)).toBeNull();
  expect(leastSentence(50, vault)).toBe("ETH Put Income takes no deposit below $100.00.");
});
