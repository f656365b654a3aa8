import type { SizedOption } from "@/lib/pricing/addBlackPrices";
import {
  fillSectionVolatilities,
  type SmileSection,
  sectionVolatility,
  smileSection,
} from "@/lib/pricing/smileSection";
import type { SmileRule } from "./MarketMove";
import type { BookCoin, BookPart } from "./RiskBook";

/** A leg made ready to be priced in many markets. */
export type PlannedLeg = SizedOption & {
  readonly timeToExpiryYears: number;
  /** At the spot now. */
  readonly volatility: number;
  /** How its volatility follows the price; null where it does not. */
  readonly smile: MovingSmile | null;
};

/** The smile at the leg's time, and what it is there now. */
export type MovingSmile = { readonly section: SmileSection; readonly volatilityNow: number };

/** The legs of a part on its coin, in their order. */
export function plannedLegs(part: BookPart, coin: BookCoin, rule: SmileRule): readonly PlannedLeg[] {
  const sectionOf = rule === "stickyDelta" ? smileSections(coin) : () => null;
  return part.legs.map(({ isPut, strike, size, timeToExpiryYears, volatility }) => {
    const section = sectionOf(timeToExpiryYears);
    const logStrike = Math.log(strike);
    const smile = section && {
      section,
      volatilityNow: sectionVolatility(section, logStrike - Math.log(coin.spot)),
    };
    return { isPut, strike, logStrike, size, timeToExpiryYears, volatility, smile };
  });
}

/** A coin's smile by time, each made once; null without a surface. */
export function smileSections({ surface }: BookCoin): (timeToExpiryYears: number) => SmileSection | null {
  const known = new Map<number, SmileSection>();
  return (timeToExpiryYears) => {
    if (surface === null) return null;
    const section = known.get(timeToExpiryYears) ?? smileSection(surface, timeToExpiryYears);
    known.set(timeToExpiryYears, section);
    return section;
  };
}

/** Where volatilities go, and the logarithms of the prices that they are of. */
export type RuledColumns = { readonly logSpot: Float64Array; readonly volatility: Float64Array };

/** The leg's volatility at the first `count` prices: `ruledVolatility` of the plain sum, in columns. Nothing is allocated. */
export function fillRuledVolatilities(leg: PlannedLeg, { logSpot, volatility }: RuledColumns, count: number): void {
  const { smile, logStrike, volatility: own } = leg;
  if (smile === null) {
    volatility.fill(own, 0, count);
    return;
  }
  for (let index = 0; index < count; index += 1) volatility[index] = logStrike - (logSpot[index] as number);
  fillSectionVolatilities(smile.section, volatility, count);
  const { volatilityNow } = smile;
  for (let index = 0; index < count; index += 1)
    volatility[index] = own + ((volatility[index] as number) - volatilityNow);
}
