import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bps } from "@/lib/units/Bps";
import { WAD } from "@/lib/units/Wad";
import { fillOf, NO_MARKET, NOW, putVault, WETH } from "@/lib/vault/vaultFixture";
import { computeVaultFigures } from "./computeVaultFigures";
import { applicable, assetOptions, filteredVaults, type ListFilter, NO_FILTER } from "./listFilter";
import { listQuery, parseListQuery } from "./listQuery";
import { listStats } from "./listStats";

const call = { isPut: false, side: -1, ratio: WAD, minMoneyness: bps(10_200n), maxMoneyness: bps(14_000n) } as const;
const BTC = { ...WETH, address: `0x${"b7".repeat(20)}`, symbol: "WBTC" } as const;
const vaults = [
  putVault(),
  putVault({ name: "ETH Covered Call", asset: WETH, legs: [call] }),
  putVault({ name: "BTC Put Income", underlying: BTC, underlyingSymbol: "BTC" }),
];
const rows = vaults.map((vault) => computeVaultFigures(vault, undefined, { now: NOW, market: NO_MARKET }));
const names = (filter: Partial<ListFilter>) =>
  filteredVaults(rows, { ...NO_FILTER, ...filter }).map(({ vault }) => vault.name);
const read = (query: string) => parseListQuery(new URLSearchParams(query));

describe("filter", () => {
  test("behavior: every typed word must be somewhere, in any order and case", () => {
    expect(names({ text: "  put BTC " })).toEqual(["BTC Put Income"]);
    expect(names({ text: "income eth" })).toEqual(["ETH Put Income"]);
    expect(names({ text: "covered straddle" })).toEqual([]);
  });

  test("behavior: an asset that the list does not have filters nothing", () => {
    const options = assetOptions(rows);
    expect(options.map(({ value }) => value)).toEqual(["all", "ETH", "BTC"]);
    expect(applicable({ ...NO_FILTER, asset: "DOGE" }, options)).toEqual(NO_FILTER);
    expect(applicable({ ...NO_FILTER, asset: "BTC" }, options).asset).toBe("BTC");
  });
});

describe("over the list", () => {
  test("behavior: every coin's volatility is told, the first with its source", () => {
    const past = { pastEpochs: [], fills: [fillOf()] };
    const sold = [vaults[0], vaults[2]].flatMap((vault) =>
      vault ? [computeVaultFigures(vault, past, { now: NOW, market: NO_MARKET })] : [],
    );
    const stat = listStats(sold).at(-1);
    expect(stat?.value).toMatch(/^\d+\.\d%$/);
    expect(stat?.note).toMatch(/^ETH, BTC \d+\.\d%\. By this epoch's fills/);
    expect(listStats(sold.slice(0, 1)).at(-1)?.note).toMatch(/^ETH\. By/);
    expect(listStats([]).at(-1)).toMatchObject({ value: "–", note: "not read yet" });
  });
});

describe("address", () => {
  test("default: the plain list has the plain address", () => {
    expect(listQuery(NO_FILTER)).toBe("");
    expect(read("")).toEqual(NO_FILTER);
  });

  test("behavior: what the reader asked for can be shared, and comes back", () => {
    const filter: fc.Arbitrary<ListFilter> = fc.record({
      text: fc.oneof(fc.constant(""), fc.stringMatching(/^[ -~]{0,20}[a-z]$/)),
      outlook: fc.constantFrom("all" as const, "bullish" as const, "volatile" as const),
      asset: fc.constantFrom("all", "ETH", "BTC"),
      sort: fc.constantFrom("deposits" as const, "premium" as const, "realised" as const, "tail" as const),
    });
    fc.assert(
      fc.property(filter, (asked) => {
        expect(read(listQuery(asked))).toEqual(asked);
      }),
    );
  });

  test("error: bad values are ignored one by one", () => {
    expect(read("outlook=up&sort=apy&asset=%3Cscript%3E&q=put")).toEqual({ ...NO_FILTER, text: "put" });
    expect(read(`q=${"x".repeat(500)}`).text).toHaveLength(60);
    expect(read("sort=premium&sort=tail&colour=red")).toEqual({ ...NO_FILTER, sort: "premium" });
  });
});
