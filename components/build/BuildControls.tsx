import { Select } from "@/components/ui/Select";
import type { QueryWrite } from "@/hooks/useAddressQuery";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import { fixedText } from "@/lib/format/numberText";
import { yearsBetween } from "@/lib/units/UnixSeconds";
import type { BuildCoin, BuildFigures } from "./BuildFigures";
import { COLLATERAL_LIMIT, type Draft, SIZE_LIMIT } from "./Draft";
import { withExpiry } from "./editDraft";
import type { ListedExpiry } from "./listedExpiries";
import { NumberField } from "./NumberField";

export type BuildControlsProps = {
  readonly figures: BuildFigures;
  readonly expiries: readonly ListedExpiry[];
  readonly coins: readonly BuildCoin[];
  readonly onCoin: (symbol: string) => void;
  readonly onDraft: (draft: Draft, how?: QueryWrite) => void;
};

/** On which coin, until when, of which size and with how much behind it. */
export function BuildControls({ figures, expiries, coins, onCoin, onDraft }: BuildControlsProps) {
  const { draft, coin, depositToken, now, needed } = figures;
  const optionOf = ({ expiry }: ListedExpiry) => ({
    value: String(expiry),
    label: `${formatUtcDay(expiry, now)}, ${fixedText(yearsBetween(now, expiry) * 365, 1)} days`,
  });
  const takeExpiry = (value: string) => {
    const listed = expiries.find(({ expiry }) => String(expiry) === value);
    if (listed) onDraft(withExpiry(draft, listed));
  };
  return (
    <div className="build-controls">
      <Select
        label="Asset"
        options={coins.map(({ symbol }) => ({ value: symbol, label: symbol }))}
        value={coin.symbol}
        onChange={onCoin}
      />
      <Select label="Expiry" options={expiries.map(optionOf)} value={String(draft.expiry)} onChange={takeExpiry} />
      <NumberField
        label="Size"
        value={draft.size}
        unit={coin.symbol}
        limit={SIZE_LIMIT}
        onChange={(size) => size !== null && onDraft({ ...draft, size }, "replace")}
      />
      <NumberField
        label="Collateral"
        value={draft.collateral}
        unit={depositToken.symbol}
        limit={COLLATERAL_LIMIT}
        placeholder={needed === null ? "none" : fixedText(needed, 2)}
        onChange={(collateral) => onDraft({ ...draft, collateral }, "replace")}
      />
    </div>
  );
}
