import { BallastError } from "@/lib/errors/BallastError";
import { MarketUnusableError } from "@/lib/errors/marketErrors";
import type { FittedMarket } from "@/lib/market/fitMarket";
import type { MarketAnswer, MarketMoment } from "@/lib/market/MarketView";
import { chainTimeFailure, isMarketError, marketFailure } from "@/lib/market/marketFailure";
import { marketMoment } from "@/lib/market/marketMoment";
import { MARKET_LEAD_SECONDS, MARKET_LIFE_SECONDS } from "@/lib/vault/MarketSurface";

/** What a cache needs of the world. */
export type MarketCacheOptions = {
  /** Asks the source and fits; throws the classes of lib/errors/marketErrors. `now` is chain time in Unix seconds. */
  readonly read: (now: number) => Promise<FittedMarket>;
  /** Milliseconds of a clock that nobody sets. */
  readonly clock: () => number;
  /** Resolves when a source that is being asked has been waited for long enough, if there is a view to show meanwhile. */
  readonly patience: () => Promise<void>;
};

/** One coin's market, shared by all requests of the server. `chainTime` is the newest block's, in Unix seconds. */
export type MarketCache = { readonly answer: (chainTime: () => Promise<number>) => Promise<MarketAnswer> };

/** The source is asked at most this often, answered or not: its own books move every second, our figures need not. */
const INTERVAL_MILLISECONDS = 10_000;
/** Chain time off the local clock by more than this since the last ask has jumped: what was asked then says nothing now. */
const JUMP_SECONDS = 60;
/** Two weeks of hours. */
const LONGEST_HISTORY = 336;

/**
 * Keeps a coin's last good view while the source is away, with its age by chain time, until it is too old to value anything; a
 * source that hangs is waited for in the background. Requests at the same time share one ask. What grows is bounded: one
 * view, one failure, {@link LONGEST_HISTORY} moments.
 */
export function createMarketCache({ read, clock, patience }: MarketCacheOptions): MarketCache {
  let flight: Promise<MarketAnswer> | undefined;
  let refreshing: Promise<void> | undefined;
  let asked: { readonly at: number; readonly chainSeconds: number } | undefined;
  let good: FittedMarket | undefined;
  let failure: Extract<MarketAnswer, { ok: false }> | undefined;
  let history: readonly MarketMoment[] = [];

  async function refresh(now: number): Promise<void> {
    asked = { at: clock(), chainSeconds: now };
    try {
      good = await read(now);
      history = withMoment(history, good);
      failure = undefined;
    } catch (error) {
      if (!isMarketError(error)) throw error;
      failure = marketFailure(error);
    }
  }

  function isDue(now: number): boolean {
    if (asked === undefined) return true;
    const elapsed = clock() - asked.at;
    const jump = now - asked.chainSeconds - elapsed / 1_000;
    return elapsed >= INTERVAL_MILLISECONDS || Math.abs(jump) > JUMP_SECONDS;
  }

  function isGood(now: number): boolean {
    return good !== undefined && now - good.asOf <= MARKET_LIFE_SECONDS && good.asOf - now <= MARKET_LEAD_SECONDS;
  }

  /** Asks the source when it is time, and waits for it as long as there is nothing else to show. */
  async function refreshIfDue(now: number): Promise<void> {
    if (refreshing === undefined && isDue(now)) {
      refreshing = refresh(now).finally(() => {
        refreshing = undefined;
      });
    }
    if (refreshing === undefined) return;
    await (isGood(now) ? Promise.race([refreshing, patience()]) : refreshing);
  }

  async function answer(chainTime: () => Promise<number>): Promise<MarketAnswer> {
    const now = await chainTime().catch((error: unknown) => {
      if (error instanceof BallastError) return error;
      throw error;
    });
    if (now instanceof BallastError) return chainTimeFailure(now);
    await refreshIfDue(now);
    if (good !== undefined && isGood(now)) return { ok: true, view: { ...good, history } };
    return failure ?? marketFailure(new MarketUnusableError("stale"));
  }

  return {
    answer: (chainTime) => {
      flight ??= answer(chainTime).finally(() => {
        flight = undefined;
      });
      return flight;
    },
  };
}

/** The hour's last moment stands for it. */
function withMoment(history: readonly MarketMoment[], view: FittedMarket): readonly MarketMoment[] {
  const hourOf = (asOf: number) => Math.floor(asOf / 3_600);
  const earlier = history.filter(({ asOf }) => hourOf(asOf) < hourOf(view.asOf));
  return [...earlier, marketMoment(view)].slice(-LONGEST_HISTORY);
}
