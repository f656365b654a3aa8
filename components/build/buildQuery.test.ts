import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { buildQuery, parseBuildQuery } from "./buildQuery";
import type { Draft } from "./Draft";
import { OUTLOOK_ORDER } from "./outlookNames";
import { queryText } from "./queryText";

const EXPIRY = unixSeconds(BigInt(Date.UTC(2026, 11, 4, 8) / 1_000));
const parse = (text: string) => parseBuildQuery(new URLSearchParams(queryText(new URLSearchParams(text))));

const quantities = fc.integer({ min: 1, max: 10_000_000 }).map((parts) => parts / 1e4);
const drafts: fc.Arbitrary<Draft> = fc.record({
  coin: fc.constantFrom("ETH", "BTC"),
  expiry: fc.integer({ min: 0, max: 60_000 }).map((day) => unixSeconds(BigInt(day) * 86_400n + 28_800n)),
  deposit: fc.constantFrom("quote", "underlying"),
  size: quantities,
  collateral: fc.option(fc.integer({ min: 1, max: 2_000_000_000 }).map((parts) => parts / 1e4)),
  legs: fc.array(
    fc.record({
      isPut: fc.boolean(),
      side: fc.constantFrom<1 | -1>(1, -1),
      strike: fc.integer({ min: 1, max: 20_000_000 }).map((parts) => parts / 100),
      quantity: quantities,
    }),
    { minLength: 1, maxLength: 8 },
  ),
  outlook: fc.constantFrom(...OUTLOOK_ORDER),
});

describe("the builder's address", () => {
  test("default: short, and readable", () => {
    const draft: Draft = {
      ...{ coin: "ETH", expiry: EXPIRY, deposit: "underlying", size: 6, collateral: 25_000, outlook: "neutral" },
      legs: [
        { isPut: true, side: -1, strike: 3050, quantity: 1 },
        { isPut: false, side: 1, strike: 4000, quantity: 1.5 },
      ],
    };
    expect(buildQuery(draft)).toBe(
      "?asset=ETH&expiry=2026-12-04&held=coin&size=6&collateral=25000&legs=-p3050_1.5c4000&outlook=neutral",
    );
  });

  test("behavior: every state is read back as it was written", () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { faults, expiryDay, deposit, ...rest } = parse(buildQuery(draft));
        const { coin, expiry, deposit: held, ...own } = draft;
        expect(faults).toEqual([]);
        expect(rest).toEqual({ ...own, asset: coin });
        expect(expiryDay).toBe(expiry - 28_800n);
        expect(deposit ?? "quote").toBe(held);
        expect(queryText(new URLSearchParams(buildQuery(draft)))).toBe(buildQuery(draft));
      }),
    );
  });

  test("behavior: an empty address asks for nothing and faults nothing", () => {
    expect(parse("")).toEqual({
      ...{ asset: null, expiryDay: null, deposit: null, size: null, collateral: null, legs: null, outlook: null },
      faults: [],
    });
    expect(queryText(new URLSearchParams("utm_source=somebody&q=1"))).toBe("");
  });

  test("error: what is wrong is left out and named, never thrown", () => {
    const wrong = [
      ["asset=%3Cscript%3E", "asset"],
      ["expiry=2026-02-30", "expiry"],
      ["expiry=99999-01-01", "expiry"],
      ["size=-1", "size"],
      ["size=1e9", "size"],
      ["size=NaN", "size"],
      ["size=0", "size"],
      ["size=1.23456", "size"],
      ["collateral=Infinity", "collateral"],
      ["legs=x3000", "legs"],
      ["legs=-p", "legs"],
      ["legs=p0", "legs"],
      ["legs=0p3000", "legs"],
      [`legs=${"p3000_".repeat(9)}p3000`, "legs"],
      [`legs=${"9".repeat(5_000)}`, "legs"],
      ["held=both", "held"],
      ["outlook=__proto__", "outlook"],
    ] as const;
    for (const [text, name] of wrong) expect([text, parse(text).faults]).toEqual([text, [name]]);
  });

  test("behavior: no text whatever throws or gives a number that is none", () => {
    const names = ["asset", "expiry", "held", "size", "collateral", "legs", "outlook"] as const;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ unit: "binary", maxLength: 60 })), (query) => {
        const { size, collateral, legs } = parse(new URLSearchParams(query).toString());
        for (const value of [size, collateral, ...(legs ?? []).flatMap(({ strike, quantity }) => [strike, quantity])]) {
          if (value !== null) expect(value > 0 && Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
