"use client";

import { type ComponentProps, lazy } from "react";
import { LaterPart } from "@/components/layout/LaterPart";
import { Skeleton } from "@/components/ui/Skeleton";
import type { Market } from "./Market";

const PricedEpoch = lazy(() => import("./PricedEpoch").then((module) => ({ default: module.PricedEpoch })));
const VaultMarket = lazy(() => import("./VaultMarket").then((module) => ({ default: module.VaultMarket })));
const VaultPast = lazy(() => import("./VaultPast").then((module) => ({ default: module.VaultPast })));
const VaultTerms = lazy(() => import("./VaultTerms").then((module) => ({ default: module.VaultTerms })));

const EPOCH_PLACE = <Skeleton className="block h-[1100px] w-full" />;
const MARKET_PLACE = <Skeleton className="mt-10 block h-[1500px] w-full" />;
const PAST_PLACE = <Skeleton className="mt-10 block h-[1000px] w-full" />;
const TERMS_PLACE = <Skeleton className="mt-10 block h-[720px] w-full" />;

/** The payoff, the outcomes and the legs. */
export function LaterPricedEpoch(props: ComponentProps<typeof PricedEpoch>) {
  return (
    <LaterPart place={EPOCH_PLACE}>
      <PricedEpoch {...props} />
    </LaterPart>
  );
}

type LaterMarketProps = Omit<ComponentProps<typeof VaultMarket>, "market"> & { readonly market: Market | undefined };

/** The market's volatility, and what each model makes of it. The server knows it but for the first pages after its start. */
export function LaterMarket({ market, ...props }: LaterMarketProps) {
  return (
    <LaterPart place={MARKET_PLACE}>
      {market === undefined ? MARKET_PLACE : <VaultMarket market={market} {...props} />}
    </LaterPart>
  );
}

/** Performance, history and the honest return. */
export function LaterVaultPast(props: ComponentProps<typeof VaultPast>) {
  return (
    <LaterPart place={PAST_PLACE}>
      <VaultPast {...props} />
    </LaterPart>
  );
}

/** Costs and contract facts. */
export function LaterVaultTerms(props: ComponentProps<typeof VaultTerms>) {
  return (
    <LaterPart place={TERMS_PLACE}>
      <VaultTerms {...props} />
    </LaterPart>
  );
}
