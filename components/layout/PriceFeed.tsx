import { StatusDot } from "@/components/ui/StatusDot";

export type FeedPrice = { readonly asset: string; readonly text: string };

export type PriceFeedProps = {
  readonly prices: readonly FeedPrice[];
  /** Where the prices come from and how old they are: "Chainlink, 3 min ago". */
  readonly source: string;
  readonly age: "fresh" | "late" | "stale";
};

const AGE_TONE = { fresh: "profit", late: "warning", stale: "loss" } as const;

/** The prices that the page uses. Not a live region, and nothing flashes: the dot is enough. */
export function PriceFeed({ prices, source, age }: PriceFeedProps) {
  return (
    <div className="price-feed">
      {prices.map(({ asset, text }) => (
        <span key={asset}>
          {asset} <b>{text}</b>
        </span>
      ))}
      <span title={`Oracle price: ${age}`}>
        <StatusDot tone={AGE_TONE[age]} /> {source}
      </span>
    </div>
  );
}
