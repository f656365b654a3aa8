import { describe, expect, test } from "vitest";
import { sampleBook } from "@/lib/risk/bookFixture";
import { smallestLosses } from "@/lib/risk/stress/reverseFixture";
import { typedLoss, USUAL_LOSS } from "./lossSought";
import { reverseLines } from "./reverseWords";

const book = sampleBook();
const NET_VALUE = 270_421;

describe("how much may be lost", () => {
  test.each([
    [USUAL_LOSS, 27_042.1, "$27,042 of your $270,421. Dollars may be typed too."],
    ["-10 %", 27_042.1, "$27,042 of your $270,421. Dollars may be typed too."],
    ["28000", 28_000, "10.4% of your $270,421. With % it is a share."],
    ["$28,000", 28_000, "10.4% of your $270,421. With % it is a share."],
    ["-$28000", 28_000, "10.4% of your $270,421. With % it is a share."],
  ])("default: %j", (text, usd, understood) => {
    expect(typedLoss(text, NET_VALUE)).toEqual({ ok: true, usd: expect.closeTo(usd, 6), understood });
  });

  test.each([
    ["", "Enter a number."],
    ["0", "Enter a loss above zero."],
    ["0%", "Enter a loss above zero."],
    ["1e4", "Write the number out, without an exponent."],
    ["ten", "This is not a number."],
    ["$10%", "This is not a number."],
  ])("error: %j", (text, fault) => expect(typedLoss(text, NET_VALUE)).toEqual({ ok: false, fault }));

  test("behavior: of no net value there is no share, dollars there still are", () => {
    expect(typedLoss("10%", 0)).toEqual({ ok: false, fault: "There is no net value to take a share of." });
    expect(typedLoss("500", Number.NaN)).toEqual({ ok: true, usd: 500, understood: "$500. With % it is a share." });
  });
});

describe("the smallest moves in words", () => {
  const coins = ["ETH", "BTC"];
  const short = { ...book, parts: book.parts.slice(1, 2) };
  const lines = (loss: number, of = short, names = coins) =>
    reverseLines(smallestLosses({ book: of, loss, rule: "stickyStrike" }), names);

  test("default: a fall, a rise and the nearest, with what volatility does", () => {
    const [down, up, nearest] = lines(2_000);
    expect(down?.figure).toMatch(/^−\d+\.\d%$/);
    expect(down?.sentence).toMatch(
      /^ETH and BTC together falling by \d+\.\d%, with volatility \+\d+(\.\d)? pts, loses \$2,000\.$/,
    );
    expect(up?.figure).toMatch(/^\+\d+\.\d%$/);
    expect(up?.sentence).toMatch(/^ETH and BTC together rising by /);
    expect(nearest?.sentence).toMatch(
      /^With price and volatility free of each other: prices .* together lose \$2,000\.$/,
    );
  });

  test("behavior: one coin is not together, and what only a fall loses says so of the rise", () => {
    const coinsAlone = {
      coins: book.coins.slice(0, 1),
      parts: book.parts.slice(0, 1).map((part) => ({ ...part, coinUnits: 10, legs: [] })),
    };
    const [down, up] = lines(3_500, coinsAlone, ["ETH"]);
    expect(down).toEqual({
      ...{ label: "Prices fall", figure: "−10.0%" },
      sentence: "ETH falling by 10.0%, with volatility +16 pts, loses $3,500.",
    });
    expect(up).toEqual({
      ...{ label: "Prices rise", figure: "none" },
      sentence: "No common rise up to +300% loses that much. Nothing is lost on the way.",
    });
  });

  test("behavior: where nothing loses so much there is one line, with the most that is lost", () => {
    const coinsAlone = { ...book, parts: book.parts.slice(0, 1).map((part) => ({ ...part, coinUnits: 10, legs: [] })) };
    expect(lines(35_000, coinsAlone)).toEqual([
      {
        ...{ label: "Any direction", figure: "none" },
        sentence: "No common move between −95% and +300% loses that much. The most is $33,250, at −95%.",
      },
    ]);
    const cash = { ...book, parts: book.parts.slice(3) };
    expect(lines(1, cash)[0]?.sentence).toBe(
      "No common move between −95% and +300% loses that much. Nothing is lost on the way.",
    );
  });
});
