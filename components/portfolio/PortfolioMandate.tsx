"use client";

import type { Address } from "@/lib/vault/Token";
import { MandateSection } from "./MandateSection";
import { missingHoldings } from "./missingHoldings";
import type { PortfolioLoss } from "./useLoss";
import type { Portfolio } from "./usePortfolio";
import { usePortfolioMandate } from "./usePortfolioMandate";

type Props = {
  readonly account: Address;
  readonly portfolio: Portfolio;
  /** The one-day distribution; null where nothing is held. */
  readonly day: PortfolioLoss | null;
};

/** An address's limits beside what it has. */
export function PortfolioMandate({ account, portfolio, day }: Props) {
  const figures = usePortfolioMandate(portfolio, day);
  return <MandateSection account={account} figures={figures} missing={missingHoldings(portfolio)} />;
}
