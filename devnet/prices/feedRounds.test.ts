import { describe, expect, it } from "vitest";
import { historyRounds, statesAsRounds } from "./feedRounds";
import { COINS } from "./MarketLaw";
import { marketHistory } from "./marketHistory";
import { stateAfter, statesUntil } from "./stateAfter";

const HOUR = 3_600n;
const genesis = 1_786_089_600n;
const until = genesis + 48n * HOUR;
const history = marketHistory();

describe("historyRounds", () => {
  it("behavior: parts join without a gap or a repetition, and end with the state of their last hour", () => {
    const whole = historyRounds({ history, genesis, from: genesis, until });
    const middle = genesis + 20n * HOUR + 20n;
    const parts = [
      historyRounds({ history, genesis, from: genesis, until: middle }),
      historyRounds({ history, genesis, from: middle, until }),
    ];
    for (const coin of COINS) {
      expect(parts.flatMap((part) => part[coin].first)).toEqual(whole[coin].first);
      expect(parts.flatMap((part) => part[coin].second)).toEqual(whole[coin].second);
      expect(whole[coin].first).toHaveLength(48);
    }
    expect(parts[0]?.state).toEqual(history.at(20));
    expect(whole.state).toEqual(history.at(47));
  });

  it("behavior: the second feed is close to the first, not equal to it", () => {
    for (const coin of COINS) {
      const { first, second } = historyRounds({ history, genesis, from: genesis, until })[coin];
      const gaps = first.map(({ answer }, index) => Math.abs(Number(answer) / Number(second[index]?.answer) - 1));
      expect(Math.max(...gaps)).toBeLessThan(0.001);
      expect(Math.max(...gaps)).toBeGreaterThan(0);
    }
  });
});

describe("statesUntil", () => {
  const expiry = 1_795_766_400n;
  const last = { state: history.at(100), updatedAt: expiry - 10n * HOUR };

  it("behavior: hourly, ascending, the last one proves the expiry; the same jump ends at the same prices", () => {
    const states = statesUntil(last, expiry);
    expect(states).toHaveLength(10);
    expect(states.at(-2)?.updatedAt).toBe(expiry - HOUR);
    expect(states.at(-1)?.updatedAt).toBe(expiry + 12n);
    expect(statesUntil(last, expiry)).toEqual(states);
    const { ETH, state } = statesAsRounds(states);
    expect(ETH.first.map(({ updatedAt }) => updatedAt)).toEqual(states.map(({ updatedAt }) => updatedAt));
    expect(state).toEqual(states.at(-1)?.state);
  });

  it("behavior: a last state within the hour, and one past the expiry", () => {
    const times = (updatedAt: bigint) => statesUntil({ ...last, updatedAt }, expiry).map((state) => state.updatedAt);
    expect(times(expiry - 1n)).toEqual([expiry + 12n]);
    expect(times(expiry)).toEqual([]);
  });

  it("behavior: no time, no move", () => {
    expect(stateAfter(last, last.updatedAt)).toEqual(last);
  });

  it("error: nothing to post", () => {
    expect(() => statesAsRounds([])).toThrow(RangeError);
  });
});
