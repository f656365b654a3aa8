import { PayoffGlyph } from "@/components/charts/PayoffGlyph";
import { breakevens } from "@/lib/products/breakevens";
import { profitUsdAtExpiry } from "./profitAt";
import { RowCell } from "./RowCell";
import type { VaultFigures } from "./VaultFigures";
import { vaultTitle } from "./vaultTitle";

/** Prices of the small drawing, around spot. */
const RANGE = 0.2;

type Props = { readonly figures: VaultFigures };

/** The payoff at expiry in small: where the row's money is made and lost. */
export function GlyphCell({ figures }: Props) {
  const { product, spot, vault } = figures;
  return (
    <RowCell place="glyph">
      <PayoffGlyph
        result={(price) => profitUsdAtExpiry(figures, price)}
        lo={spot * (1 - RANGE)}
        hi={spot * (1 + RANGE)}
        corners={[...product.legs.map(({ strike }) => strike), ...breakevens(product, "usd")]}
        label={`Payoff shape of ${vaultTitle(vault)}`}
      />
    </RowCell>
  );
}
