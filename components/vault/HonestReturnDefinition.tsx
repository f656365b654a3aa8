import { Disclosure } from "@/components/ui/Disclosure";

/** The exact formula of every figure in the section, what is in it and what is not. */
export function HonestReturnDefinition({ isInUnderlying }: { readonly isInUnderlying: boolean }) {
  return (
    <Disclosure summary="How these are counted, exactly">
      <div className="grid max-w-3xl gap-3 text-13 text-ink-2">
        <p>
          <Term>Source.</Term> The vault’s own events, EpochOpened, EpochSettled and MarginSurplus, from its first
          epoch. No epoch is left out, an epoch that sold nothing among them.
        </p>
        <p>
          <Term>Result of an epoch</Term> = share price after its settlement ÷ share price before − 1. The share price
          is after the payout and after both fees, which the contract charges as new shares.{" "}
          <Term>This vault, all fees in</Term> = product of (1 + result) − 1.
        </p>
        <p>
          <Term>In US dollars.</Term>{" "}
          {isInUnderlying
            ? "(1 + return in the asset) × price at the last settlement ÷ price at the first opening − 1, at the feed’s prices as the contracts took them; an epoch that sold nothing takes the next opening’s."
            : "The deposit asset is a stablecoin and is counted as one dollar, so both columns say the same. Its own risk is not in the figure."}
        </p>
        <p>
          <Term>On a year, realised</Term> = (1 + return)^(365 days ÷ days from the first opening to the last
          settlement) − 1. It repeats what was, losses included; it is not a projection.
        </p>
        <p>
          <Term>Deepest fall from a high</Term> = the largest 1 − level ÷ highest level before, over the settlements
          {isInUnderlying ? " (in dollars over the openings too)" : ""}. Between them a share has no price on chain, so
          a fall that had recovered by the settlement is not seen.
        </p>
        <p>
          <Term>What became of the premium</Term>: premium − payout − management fee − performance fee = left to
          depositors, to the last unit of the asset, epoch by epoch. The column of shares adds up each part ÷ the
          vault’s assets at that opening; it is a sum, not compounded, so its end differs a little from the return.
        </p>
        <p>
          <Term>Left out:</Term> network fees (see fees and break-even), what a deposit waits before its first epoch,
          taxes, and the open epoch until it is settled.
        </p>
        <p>
          <Term>The usual headline</Term> = mean over the epochs whose result was above 0 of (1 + result)^(365 days ÷
          length of the epoch) − 1. Front ends of option vaults have shown it so, in their own source: only weeks that
          were positive.
        </p>
      </div>
    </Disclosure>
  );
}

function Term({ children }: { readonly children: string }) {
  return <b className="font-medium text-ink">{children}</b>;
}
