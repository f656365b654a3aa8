import { ClaimBar } from "@/components/charts/ClaimBar";
import { Signed } from "@/components/ui/Signed";
import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import type { RealisedReturn } from "@/lib/vault/realisedReturn";
import { winningEpochsApy } from "@/lib/vault/winningEpochsApy";
import { epochsText, horizonDays } from "./honestReturn";

type Props = { readonly realised: RealisedReturn };

/** The field's usual headline over the same epochs, named as what it is, above what was realised. */
export function HeadlineComparison({ realised }: Props) {
  const usual = winningEpochsApy(realised.epochs);
  const { annualised, epochs } = realised;
  if (usual === null || annualised === null) return null;
  const largest = Math.max(usual.apy, Math.abs(annualised));
  const count = epochs.length;
  return (
    <div className="mt-6">
      <h3 className="text-13 font-medium">Beside the usual headline</h3>
      <dl className="claims">
        <dt>Winning epochs only</dt>
        <dd>
          <ClaimBar share={usual.apy / largest} kind="claimed" />
          <span className="text-ink-2">{formatPercent(usual.apy, 1)} “APY”</span>
        </dd>
        <dt>Realised, {epochsText(count)}</dt>
        <dd>
          <ClaimBar share={annualised / largest} kind="realised" />
          <Signed value={annualised}>{formatSignedPercent(annualised, 1)} p.a.</Signed>
        </dd>
      </dl>
      <p className="mt-2 text-12 text-ink-3">
        Option vaults usually show the first: the {epochsText(usual.winners)} that won, each compounded for a year and
        averaged; the other {count - usual.winners} left out. It is not a figure of this app. The second has every epoch
        in, over {horizonDays(realised)} days, and is no forecast.
      </p>
    </div>
  );
}
