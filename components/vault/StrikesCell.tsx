import { StrikeGauge } from "@/components/charts/StrikeGauge";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { breakevens } from "@/lib/products/breakevens";
import { profitUsdAtExpiry } from "./profitAt";
import { RowCell } from "./RowCell";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** The strikes that can cost money against spot: those sold, or those bought by a vault that only buys. */
export function StrikesCell({ figures }: Props) {
  const { product, spot } = figures;
  const sold = product.legs.filter(({ side }) => side < 0);
  const legs = sold.length > 0 ? sold : product.legs;
  const strikes = legs.map(({ strike }) => ({ strike, text: formatStrike(strike) }));
  const spoken = strikes.map(({ text }) => text).join(" and ");
  return (
    <RowCell place="strikes">
      {strikes.length === 0 ? (
        <span className="figure-note">no options open</span>
      ) : (
        <StrikeGauge
          spot={spot}
          strikes={strikes}
          breakevens={breakevens(product, "usd")}
          result={(price) => profitUsdAtExpiry(figures, price)}
          formatDistance={(fraction) => `strike ${formatSignedPercent(fraction, 1)}`}
          label={`Spot ${formatStrike(spot)}, strikes ${spoken}`}
        />
      )}
    </RowCell>
  );
}
