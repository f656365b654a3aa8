import { describe, expect, it } from "vitest";
import { price8 } from "@/lib/units/Price8";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { mapSpot, type SpotOrigin } from "./mapSpot";

const feeds = {
  feed: `0x${"a".repeat(40)}`,
  secondFeed: `0x${"2".repeat(40)}`,
  maxDelay: 3_600,
  maxAge: 5_400,
} as const;
const round = (answer: bigint, updatedAt = 1_800n, answeredIn = 9n) =>
  [9n, answer, 1_700n, updatedAt, answeredIn] as const;
const origin: SpotOrigin = {
  feed: `0x${"A".repeat(40)}`,
  epoch: { number: 3, openedAt: unixSeconds(1_000n), spotAtOpen: price8(300_000_000_000n) },
  block: { timestamp: unixSeconds(10_000n) },
};
const sound = { round: round(342_463_000_000n), feeds, feedDecimals: 8 };
const opening = { price: 300_000_000_000n, updatedAt: 1_000n, feed: feeds.feed, maxAgeSeconds: 5_400 };

describe("mapSpot", () => {
  it("default", () => {
    const spot = { price: 342_463_000_000n, updatedAt: 1_800n, feed: feeds.feed, maxAgeSeconds: 5_400 };
    expect(mapSpot(sound, origin)).toEqual(spot);
  });

  it("behavior: other decimals become 8, rounded down", () => {
    const fine = { ...sound, round: round(3_424_639_999_999_999_999_999n), feedDecimals: 18 };
    expect(mapSpot(fine, origin).price).toBe(342_463_999_999n);
    expect(mapSpot({ ...sound, round: round(3_424n), feedDecimals: 0 }, origin).price).toBe(342_400_000_000n);
  });

  it.each([
    ["reverts", { round: null }],
    ["has no decimals", { feedDecimals: null }],
    ["has absurd decimals", { feedDecimals: 255 }],
    ["answers zero", { round: round(0n) }],
    ["answers less than zero", { round: round(-1n) }],
    ["was never updated", { round: round(1n, 0n) }],
    ["answers from an earlier round", { round: round(1n, 1_800n, 8n) }],
    ["is not the one the oracle goes by", { feeds: { ...feeds, feed: feeds.secondFeed } }],
  ])("behavior: a feed that %s leaves the price of the opening, with its age", (_, bad) => {
    const values = { ...sound, ...bad };
    expect(mapSpot(values, origin)).toEqual({ ...opening, feed: values.feeds.feed });
  });

  it.each([
    ["opened a moment ago", { openedAt: unixSeconds(9_990n) }],
    ["never opened", { number: 0, openedAt: unixSeconds(0n) }],
  ])("behavior: without a feed the price of a vault that %s is too old by one second", (_, epoch) => {
    const spot = mapSpot({ ...sound, round: null }, { ...origin, epoch: { ...origin.epoch, ...epoch } });
    expect(origin.block.timestamp - spot.updatedAt).toBe(BigInt(feeds.maxAge) + 1n);
  });
});
