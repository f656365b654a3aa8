import { describe, expect, it } from "vitest";
import { bps } from "@/lib/units/Bps";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { changedWeights, evenWeights, parseWeights, weightedAmounts, weightTexts } from "./weights";

describe("weights", () => {
  it("default: texts in percent are basis points that add up", () => {
    expect(parseWeights(["60", "40"])).toEqual({ ok: true, weights: [6000n, 4000n] });
    expect(parseWeights(["33.33", "66.67"])).toEqual({ ok: true, weights: [3333n, 6667n] });
    expect(weightTexts([bps(3333n), bps(6667n)])).toEqual(["33.33", "66.67"]);
    expect(evenWeights(3)).toEqual([3333n, 3333n, 3334n]);
  });

  it("behavior: of two vaults the other one takes the rest", () => {
    expect(changedWeights(["50", "50"], 0, "72.5")).toEqual(["72.5", "27.5"]);
    expect(changedWeights(["50", "50"], 1, "100")).toEqual(["0", "100"]);
    expect(changedWeights(["50", "50"], 0, "abc")).toEqual(["abc", "50"]);
    expect(changedWeights(["20", "30", "50"], 0, "10")).toEqual(["10", "30", "50"]);
  });

  it("behavior: a vault without weight gets nothing, the last with weight takes the rounding", () => {
    expect(weightedAmounts(tokenAmount(101n), [bps(0n), bps(3333n), bps(6667n)])).toEqual([0n, 33n, 68n]);
    expect(weightedAmounts(tokenAmount(101n), [bps(10_000n), bps(0n)])).toEqual([101n, 0n]);
  });

  it("error: what is no percentage or does not add up is refused", () => {
    for (const text of ["", "-1", "1e1", "100.1", "1,5", "999", "60%", "12.345"]) {
      expect(parseWeights([text, "40"])).toMatchObject({ ok: false, reason: "notANumber" });
    }
    expect(parseWeights(["60", "39.99"])).toEqual({ ok: false, reason: "notWhole", sum: 99.99 });
  });
});
