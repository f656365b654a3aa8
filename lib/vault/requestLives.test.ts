import { describe, expect, it } from "vitest";
import { WAD } from "@/lib/units/Wad";
import { type Act, lived } from "./activityFixture";
import { hasActivityGap } from "./hasActivityGap";
import { requestLives } from "./requestLives";

const USDC = 1_000_000n;
const execute = (price: bigint = WAD, others = 0n, room = 10n ** 30n): Act => ({
  kind: "execute",
  price,
  others,
  room,
});
const livesOf = (played: readonly Act[]) => requestLives(lived(played).events, 6).lives;

describe("lives of requests", () => {
  it("default: a deposit is pending, claimable at the price of the epoch's end, and claimed", () => {
    const asked: Act[] = [{ kind: "deposit", amount: 1_000n * USDC }];
    expect(livesOf(asked)).toMatchObject([{ kind: "deposit", amount: 1_000n * USDC, pending: 1_000n * USDC }]);
    const ended = [...asked, execute(2n * WAD - 1n)];
    const claimable = { pending: 0n, claimable: 1_000n * USDC, claimed: 0n };
    expect(livesOf(ended)).toMatchObject([
      { ...claimable, execution: { epoch: 1, price: 2n * WAD - 1n, received: 500n * WAD } },
    ]);
    const claimed = livesOf([...ended, { kind: "claimShares", perMille: 400n }]);
    expect(claimed).toMatchObject([{ claimable: 600n * USDC, claimed: 400n * USDC }]);
  });

  it("behavior: a second request in a later epoch has its own price, and claims count for the oldest", () => {
    const lives = livesOf([
      { kind: "deposit", amount: 100n * USDC },
      execute(),
      { kind: "deposit", amount: 300n * USDC },
      execute(2n * WAD),
      { kind: "claimShares", perMille: 500n },
    ]);
    expect(lives.map(({ execution }) => execution?.price)).toEqual([WAD, 2n * WAD]);
    expect(lives.map(({ claimed }) => claimed)).toEqual([100n * USDC, 100n * USDC]);
  });

  it("behavior: what is cancelled can be taken back, and so can what did not fit under the cap", () => {
    const lives = livesOf([
      { kind: "deposit", amount: 100n * USDC },
      { kind: "cancelDeposit" },
      { kind: "deposit", amount: 200n * USDC },
      { kind: "deposit", amount: 100n * USDC },
      execute(WAD, 700n * USDC, 500n * USDC),
    ]);
    expect(lives.map(({ refundable, claimable }) => [refundable, claimable])).toEqual([
      [100n * USDC, 0n],
      [100n * USDC, 100n * USDC],
      [50n * USDC, 50n * USDC],
    ]);
    expect(lives.map(({ cancelledAt }) => cancelledAt !== null)).toEqual([true, false, false]);
  });

  it("behavior: a withdrawal leaves at the price of the end of its epoch", () => {
    const lives = livesOf([
      { kind: "receive", amount: 10n * WAD },
      { kind: "withdraw", amount: 4n * WAD },
      execute((3n * WAD) / 2n),
      { kind: "claimAssets", perMille: 1000n },
    ]);
    expect(lives).toMatchObject([{ kind: "redeem", claimed: 4n * WAD, execution: { received: 6n * USDC } }]);
  });

  it("error: any event that is left out, but one that changes no sum, is a gap", () => {
    const played: Act[] = [
      { kind: "deposit", amount: 100n * USDC },
      execute(WAD, 100n * USDC, 100n * USDC),
      { kind: "claimShares", perMille: 500n },
      { kind: "withdraw", amount: 10n * WAD },
      { kind: "cancelRedeem" },
      { kind: "takeAssets" },
      { kind: "takeShares" },
      { kind: "send", amount: 5n * WAD },
      { kind: "withdraw", amount: 3n * WAD },
      execute(),
      { kind: "claimAssets", perMille: 300n },
    ];
    const { events, state } = lived(played);
    expect(events).toHaveLength(played.length);
    expect(hasActivityGap(events, state)).toBe(false);
    for (const left of events) {
      const rest = events.filter((event) => event !== left);
      expect(hasActivityGap(rest, state), left.kind).toBe(true);
    }
  });
});
