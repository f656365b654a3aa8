import type { Shock } from "./Shock";

/** Shocks of the size seen in these events, rounded, and applied in one moment; every option is revalued. */
export const NAMED_SHOCKS: readonly Shock[] = [
  {
    ...{ id: "covidCrash", name: "Covid crash, March 2020", from: "2020-03-12", to: "2020-03-13" },
    spotMoves: { ETH: -0.43, BTC: -0.39 },
    volatilityMoves: { ETH: 0.8, BTC: 0.8 },
    source:
      "Falls over the day of 12 March 2020 UTC into the next; points of one-week at-the-money volatility, rounded.",
  },
  {
    ...{ id: "miningBan", name: "China mining ban, May 2021", from: "2021-05-19", to: "2021-05-19" },
    spotMoves: { ETH: -0.28, BTC: -0.14 },
    volatilityMoves: { ETH: 0.45, BTC: 0.45 },
    source:
      "Close of 18 to close of 19 May 2021: ETH fell by 27%, BTC by 14%; the lows of the day were deeper. The points are rounded.",
  },
  {
    ...{ id: "ftxFailure", name: "FTX failure, Nov 2022", from: "2022-11-06", to: "2022-11-09" },
    spotMoves: { ETH: -0.31, BTC: -0.24 },
    volatilityMoves: { ETH: 0.4, BTC: 0.4 },
    source:
      "Close of 6 to close of 9 November 2022: ETH fell by 30%, BTC by 24%, while Deribit's 30-day volatility index of BTC doubled. Rounded.",
  },
  {
    ...{ id: "fastRally", name: "Fast rally" },
    spotMoves: { ETH: 0.25, BTC: 0.18 },
    volatilityMoves: { ETH: 0.15, BTC: 0.15 },
    source: "Chosen, not of one day: the size of the strongest weeks of a rally, with volatility bid up.",
  },
  {
    ...{ id: "quietWeek", name: "Quiet week, volatility collapses" },
    spotMoves: { ETH: 0, BTC: 0 },
    volatilityMoves: { ETH: -0.2, BTC: -0.2 },
    source: "Chosen, not of one day: prices stand still and volatility falls by 20 points, to 1% at the least.",
  },
  {
    ...{ id: "usdcPeg", name: "USDC loses its peg", from: "2023-03-11", to: "2023-03-11" },
    spotMoves: { ETH: 0, BTC: 0 },
    volatilityMoves: {},
    pegs: { USDC: 0.95 },
    source:
      "On 11 March 2023 a bank that held 8% of its reserves had failed, and USDC fell as low as $0.88; guarantees brought it back within days. The shock is milder than that low.",
  },
];
