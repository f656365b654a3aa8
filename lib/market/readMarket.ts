import { MarketGarbledError, MarketUnusableError } from "@/lib/errors/marketErrors";
import { impliedVolatility } from "@/lib/pricing/impliedVolatility";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import { askMarket } from "./askMarket";
import { cleanQuotes } from "./cleanQuotes";
import { type FittedMarket, fitMarket } from "./fitMarket";
import { numberOf, recordOf } from "./jsonFields";
import { type MarketSource, sourceIdentity } from "./MarketSource";
import type { OptionQuote } from "./OptionQuote";
import { parseInstruments } from "./parseInstruments";
import { parseSummaries } from "./parseSummaries";
import { parseTicker } from "./parseTicker";
import { LINE_LEAD_SECONDS, LINE_LIFE_SECONDS } from "./quoteOfLine";

/** What to read: a coin that the deployment knows, and chain time in Unix seconds. */
export type MarketRequest = { readonly currency: string; readonly now: number };

/** A day: the option that stands for the others lives at least so long, and its price still moves with its volatility. */
const REFERENCE_SECONDS = 86_400;
/** Price and volatility of one mark agree to a point or two; other units are off by hundreds. */
const MOST_DISAGREEMENT = 0.03;

/**
 * Reads a coin's market in four requests, cleans it and fits the surface. The option nearest the money is asked for by itself: its
 * book must be open, its time counts for the whole, and its price in coin must imply its own volatility, or the source's
 * units are not those that are read here.
 * Throws MarketUnreachableError, MarketRefusedError, MarketGarbledError, MarketUnusableError and nothing else.
 * Source: Deribit API v2, get_index_price, get_instruments, get_book_summary_by_currency, ticker.
 */
export async function readMarket(source: MarketSource, { currency, now }: MarketRequest): Promise<FittedMarket> {
  const ofOptions = { currency, kind: "option" };
  const [index, instruments, summaries] = await Promise.all([
    askMarket(source, "get_index_price", { index_name: `${currency.toLowerCase()}_usd` }),
    askMarket(source, "get_instruments", { ...ofOptions, expired: "false" }),
    askMarket(source, "get_book_summary_by_currency", ofOptions),
  ]);
  const indexPrice = numberOf(recordOf(index)?.index_price, { least: 1e-6, most: 1e9 });
  if (indexPrice === null) throw new MarketGarbledError("get_index_price", "has no price");
  const listed = parseInstruments(instruments, currency);
  const book = parseSummaries(summaries, listed.options);
  const clean = cleanQuotes({ listed, book, indexPrice, now });
  const reference = referenceOf(clean.quotes, indexPrice, now);
  const updatedAt = await checkedReference(source, { reference, now });
  const asOf = Math.min(clean.asOf, updatedAt);
  return fitMarket({ currency, source: sourceIdentity(source), indexPrice, asOf, clean });
}

/** The option nearest the money, of the first expiry that lives a day; of the last one when none does. */
function referenceOf(quotes: readonly OptionQuote[], indexPrice: number, now: number): OptionQuote {
  const expiry = (quotes.find((quote) => quote.expiry - now > REFERENCE_SECONDS) ?? quotes.at(-1))?.expiry;
  const distance = ({ strike }: OptionQuote) => Math.abs(strike - indexPrice);
  const ofExpiry = quotes.filter((quote) => quote.expiry === expiry);
  const [nearest] = ofExpiry.toSorted((a, b) => distance(a) - distance(b));
  if (nearest === undefined) throw new MarketUnusableError("thin");
  return nearest;
}

/** When the reference's book last changed; throws when it is shut, old, ahead of the chain, or in other units. */
async function checkedReference(
  source: MarketSource,
  { reference, now }: { readonly reference: OptionQuote; readonly now: number },
): Promise<number> {
  const { instrument, expiry, strike, isPut } = reference;
  const ticker = parseTicker(await askMarket(source, "ticker", { instrument_name: instrument }), instrument);
  if (!ticker.isOpen) throw new MarketUnusableError("closed");
  if (now - ticker.updatedAt > LINE_LIFE_SECONDS) throw new MarketUnusableError("stale");
  if (ticker.updatedAt - now > LINE_LEAD_SECONDS) throw new MarketUnusableError("early");
  const implied = impliedVolatility({
    price: ticker.markPrice * ticker.underlyingPrice,
    forward: ticker.underlyingPrice,
    strike,
    timeToExpiryYears: (expiry - ticker.updatedAt) / SECONDS_PER_YEAR,
    isPut,
  });
  const agrees = implied.ok && Math.abs(implied.volatility - ticker.markVolatility) <= MOST_DISAGREEMENT;
  if (!agrees) throw new MarketUnusableError("convention");
  return ticker.updatedAt;
}
