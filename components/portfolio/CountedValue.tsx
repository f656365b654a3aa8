import { type CountingCoin, formatCoins } from "@/lib/format/formatCoins";
import { formatUsd } from "@/lib/format/formatUsd";

export type CountedValueProps = {
  readonly usd: number;
  /** Null: dollars alone. */
  readonly coin: CountingCoin | null;
};

/** A value in dollars, or in a coin with the dollars below it. */
export function CountedValue({ usd, coin }: CountedValueProps) {
  if (coin === null) return formatUsd(usd);
  return (
    <>
      {formatCoins(usd, coin)}
      <small className="block whitespace-nowrap text-ink-3">{formatUsd(usd)}</small>
    </>
  );
}
