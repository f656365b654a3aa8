"use client";

import { useEffect, useMemo, useState } from "react";
import { missingHoldings } from "@/components/portfolio/missingHoldings";
import { type Portfolio, usePortfolio } from "@/components/portfolio/usePortfolio";
import { useRiskInputs } from "@/components/portfolio/useRiskInputs";
import { useUnitChanges } from "@/components/portfolio/useUnitChanges";
import { useWhatIfBase } from "@/components/portfolio/useWhatIfBase";
import { useMandate } from "@/hooks/useMandate";
import { useWallet } from "@/hooks/useWallet";
import type { Mandate } from "@/lib/risk/mandate/Mandate";
import type { Address } from "@/lib/vault/Token";
import { judgedPlan } from "./judgedPlan";
import { CHECKING_LIMITS, NO_HOLD } from "./limitHold";
import { PlanLimitList } from "./PlanLimitList";
import type { JudgedIntent } from "./planAmounts";

/** A review does not wait longer for the shortfall: it is then not known. */
const WAIT_MILLISECONDS = 2_000;

export type PlanLimitsProps = {
  readonly account: Address;
  readonly intent: JudgedIntent;
  /** Told why the plan must not be signed yet; {@link NO_HOLD} when nothing holds it. */
  readonly onHold: (reason: string) => void;
};

/** What the plan does to the limits of the account, and the tick without which one that breaks a limit is not signed. */
export function PlanLimits(props: PlanLimitsProps) {
  const { mandate } = useMandate(props.account);
  const accounts = useMemo(() => [props.account], [props.account]);
  const { portfolio, error, chains } = usePortfolio(accounts);
  const unread = chains.filter(({ read }) => read === undefined);
  if (mandate === null) return <Told reason={NO_HOLD} onHold={props.onHold} />;
  // Limits are of everything: with a chain left out they are not known.
  if (unread.some((chain) => chain.error !== null)) return <PlanLimitList limits={null} onHold={props.onHold} />;
  if (portfolio !== undefined && unread.length === 0)
    return <JudgedPlan {...props} mandate={mandate} portfolio={portfolio} />;
  if (error === null) return <Told reason={CHECKING_LIMITS} onHold={props.onHold} />;
  return <PlanLimitList limits={null} onHold={props.onHold} />;
}

/** Tells the dialog's footer, which stands elsewhere. */
function Told({ reason, onHold }: { readonly reason: string; readonly onHold: PlanLimitsProps["onHold"] }) {
  // Synchronises with the button in the dialog's footer, which is no part of this component's tree.
  useEffect(() => onHold(reason), [reason, onHold]);
  return null;
}

type JudgedProps = PlanLimitsProps & { readonly mandate: Mandate; readonly portfolio: Portfolio };

function JudgedPlan({ intent, mandate, portfolio, onHold }: JudgedProps) {
  const { appChainId } = useWallet();
  const base = useWhatIfBase(useRiskInputs(portfolio));
  const isLate = useIsLate(WAIT_MILLISECONDS);
  const hasMarkets = base?.lawCoins.quotes.every((quotes) => quotes !== null) ?? false;
  const law = hasMarkets ? "bates" : "studentT";
  const isWanted = mandate.shortfall !== undefined;
  const running = useUnitChanges(base, { law, rule: "stickyStrike", isWanted });
  const { changes } = running;
  const limits = useMemo(
    () => (base === undefined ? [] : judgedPlan({ base, intent, chainId: appChainId, mandate, changes })),
    [base, intent, appChainId, mandate, changes],
  );
  const isRefused = (running.law !== undefined && !running.law.ok) || running.failure !== undefined;
  const isWaiting = isWanted && changes === null && !isRefused && !isLate;
  if (base === undefined || isWaiting) return <Told reason={CHECKING_LIMITS} onHold={onHold} />;
  return <PlanLimitList limits={limits} missing={missingHoldings(base.inputs.portfolio)} onHold={onHold} />;
}

function useIsLate(milliseconds: number): boolean {
  const [isLate, setLate] = useState(false);
  // Synchronises with the time that passes in front of the reader.
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isLate;
}
