import { expect, test } from "vitest";
import { sampleBook } from "@/lib/risk/bookFixture";
import { bookFigures } from "@/lib/risk/whatIf/bookFigures";
import { vaultUnit } from "@/lib/risk/whatIf/vaultUnit";
import { fillOf, MARKET, NOW, putVault } from "@/lib/vault/vaultFixture";
import { marginalRows } from "./marginalRows";
import type { WhatIfVault } from "./useWhatIfBase";
import { amountText, assumptionWords, draftAmount, type WhatIfDraft } from "./whatIfDraft";
import { whatIfRows, whatIfSentence } from "./whatIfRows";

const VAULT = putVault();
const made = vaultUnit({ vault: VAULT, fills: [fillOf()], market: MARKET, now: NOW });
const CHOSEN: WhatIfVault = {
  vault: VAULT,
  id: VAULT.address,
  unit: made.ok ? made.unit : null,
  heldUsd: 1_000.1234567,
};

function draft(text: string, direction: WhatIfDraft["direction"] = "add"): WhatIfDraft {
  return { vault: CHOSEN.id, direction, text };
}

test("default: an amount in or out, in dollars", () => {
  expect(draftAmount(draft("2500.5"), CHOSEN)).toEqual({ ok: true, dollars: 2_500.5 });
  expect(draftAmount(draft("500", "remove"), CHOSEN)).toEqual({ ok: true, dollars: -500 });
  expect(draftAmount(draft(""), CHOSEN)).toEqual({ ok: false, error: undefined });
});

test("behavior: the whole that is held can be taken out by its text, and no more", () => {
  const text = amountText(CHOSEN.heldUsd, CHOSEN);
  expect(text).toBe("1000.123456");
  expect(draftAmount(draft(text, "remove"), CHOSEN)).toEqual({ ok: true, dollars: -1_000.123456 });
  expect(amountText(300, CHOSEN)).toBe("300");
  expect(draftAmount(draft("1001", "remove"), CHOSEN)).toEqual({
    ok: false,
    error: "The shares held are worth $1,000.12. Enter at most that.",
  });
});

test("error: what is no amount, is not held, or has no price is said", () => {
  const error = (one: WhatIfDraft, chosen = CHOSEN) => {
    const amount = draftAmount(one, chosen);
    return amount.ok ? "" : amount.error;
  };
  expect(error(draft("1e3"))).toContain("exponent");
  expect(error(draft("1", "remove"), { ...CHOSEN, heldUsd: 0 })).toContain("no shares");
  expect(error(draft("1"), { ...CHOSEN, unit: null })).toContain("Nothing prices");
});

test("default: the words say in which position the amount is", () => {
  expect(assumptionWords(CHOSEN, "add")).toContain("pro rata of the open epoch's options");
  expect(assumptionWords(CHOSEN, "remove")).toContain("until the epoch ends");
  const idle = CHOSEN.unit === null ? null : { ...CHOSEN.unit, basis: "cash" as const };
  expect(assumptionWords({ ...CHOSEN, unit: idle }, "add")).toContain("plain USDC");
});

test("default: every figure before, after and by how much", () => {
  const book = sampleBook();
  const figures = bookFigures(book);
  const after = bookFigures({ ...book, parts: book.parts.slice(0, -1) });
  const before = { figures, tail: { valueAtRisk: 1_000, expectedShortfall: 1_500 } };
  const rows = whatIfRows(before, { figures: after, tail: { valueAtRisk: 900, expectedShortfall: 1_600 } });
  const row = (name: string) => rows.find((one) => one.name === name);
  expect(row("Net value")?.change).toBe("−$5,000");
  expect(row("VaR 95%, 1 day")).toMatchObject({ before: "−$1,000", after: "−$900", change: "+$100", tone: "profit" });
  expect(row("Shortfall (ES) 95%, 1 day")).toMatchObject({ change: "−$100", tone: "loss" });
  expect(row("Share on ETH")).toBeDefined();
  expect(row("Largest share per vault")?.before).toMatch(/% /);
  expect(whatIfSentence(before, { figures: after, tail: null })).toContain("is being computed");
  expect(whatIfRows({ figures, tail: null }, { figures, tail: null })[5]).toMatchObject({ before: "–", change: "–" });
});

test("default: a little more of each vault, what takes most from the loss first", () => {
  const priced = made.ok ? [{ ...CHOSEN, unit: made.unit }] : [];
  const paused = priced.map((one) => ({
    ...one,
    ...{ id: "b", heldUsd: 0, vault: { ...one.vault, isDepositPaused: true } },
  }));
  const marginals = [
    { value: 0.0421, error: 0.001 },
    { value: -0.01, error: 0.002 },
  ];
  expect(marginalRows([...priced, ...paused], marginals)).toEqual([
    {
      ...{ id: "b", name: "ETH Put Income", note: "takes no deposit now", held: "–" },
      ...{ effect: 10, text: "+$10.00", error: "$2.00" },
    },
    {
      ...{ id: CHOSEN.id, name: "ETH Put Income", note: "", held: "$1,000" },
      ...{ effect: expect.closeTo(-42.1, 9), text: "−$42.10", error: "$1.00" },
    },
  ]);
});
