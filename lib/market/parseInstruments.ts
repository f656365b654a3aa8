import { MarketGarbledError } from "@/lib/errors/marketErrors";
import { listOf, numberOf, recordOf, secondsOfMilliseconds, textOf } from "./jsonFields";

/** An option that the source lists. */
export type ListedOption = {
  readonly instrument: string;
  /** Unix seconds. */
  readonly expiry: number;
  readonly strike: number;
  readonly isPut: boolean;
};

/** What was listed, by name, and how many entries could not be read. */
export type ListedOptions = { readonly options: ReadonlyMap<string, ListedOption>; readonly malformed: number };

const METHOD = "get_instruments";
/** Deribit lists about a thousand options a coin. */
const LONGEST_LIST = 20_000;
const STRIKES = { least: 1e-6, most: 1e9 };

/**
 * The answer to `get_instruments`. An entry counts as malformed when its strike or kind contradicts its own name, or when it
 * is settled in anything but the coin: its prices would be in another unit. What is not active any more is passed over.
 * Throws {@link MarketGarbledError} when it is no list.
 */
export function parseInstruments(result: unknown, currency: string): ListedOptions {
  const entries = listOf(result, LONGEST_LIST);
  if (entries === null) throw new MarketGarbledError(METHOD, "is not a list of a sensible length");
  const options = new Map<string, ListedOption>();
  let malformed = 0;
  for (const entry of entries) {
    const option = listedOption(entry, currency);
    if (option === "inactive") continue;
    if (option === null || options.has(option.instrument)) malformed += 1;
    else options.set(option.instrument, option);
  }
  return { options, malformed };
}

function listedOption(entry: unknown, currency: string): ListedOption | "inactive" | null {
  const fields = recordOf(entry);
  if (fields === null) return null;
  if (fields.is_active === false) return "inactive";
  const instrument = textOf(fields.instrument_name, optionName(currency));
  const expiry = secondsOfMilliseconds(fields.expiration_timestamp);
  const strike = numberOf(fields.strike, STRIKES);
  if (instrument === null || expiry === null || strike === null) return null;
  if (fields.settlement_currency !== undefined && fields.settlement_currency !== currency) return null;
  const isPut = instrument.endsWith("-P");
  if (fields.option_type !== (isPut ? "put" : "call") || strikeOfName(instrument) !== strike) return null;
  return { instrument, expiry, strike, isPut };
}

/** ETH-27NOV26-3400-P; a strike of 0.5 is written 0d5. */
function optionName(currency: string): RegExp {
  return new RegExp(String.raw`^${currency}-\d{1,2}[A-Z]{3}\d{2}-\d{1,9}(d\d{1,9})?-[CP]$`);
}

function strikeOfName(instrument: string): number {
  return Number(instrument.split("-")[2]?.replace("d", "."));
}
