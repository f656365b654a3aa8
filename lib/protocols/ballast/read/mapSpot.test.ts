import { describe, expect, it } from "vitest";
import { mapSpot } from "./mapSpot";

const feeds = {
  feed: `0x${"1".repeat(40)}`,
  secondFeed: `0x${"2".repeat(40)}`,
  maxDelay: 3_600,
  maxAge: 5_400,
} as const;
const round = (answer: bigint, updatedAt = 1_800n, answeredIn = 9n) =>
  [9n, answer, 1_700n, updatedAt, answeredIn] as const;

describe("mapSpot", () => {
  it("default", () => {
    expect(mapSpot({ round: round(342_463_000_000n), feeds, feedDecimals: 8 })).toEqual({
      price: 342_463_000_000n,
      updatedAt: 1_800n,
      feed: feeds.feed,
      maxAgeSeconds: 5_400,
    });
  });

  it("behavior: other decimals become 8, rounded down", () => {
    expect(mapSpot({ round: round(3_424_639_999_999_999_999_999n), feeds, feedDecimals: 18 }).price).toBe(
      342_463_999_999n,
    );
    expect(mapSpot({ round: round(3_424n), feeds, feedDecimals: 0 }).price).toBe(342_400_000_000n);
  });

  it.each([
    ["zero", round(0n)],
    ["negative", round(-1n)],
    ["never updated", round(1n, 0n)],
    ["answered in an earlier round", round(1n, 1_800n, 8n)],
  ])("error: a round that is %s is no price", (_, bad) => {
    expect(() => mapSpot({ round: bad, feeds, feedDecimals: 8 })).toThrow("latestRoundData");
  });
});
