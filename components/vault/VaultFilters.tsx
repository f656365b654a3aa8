import { Field } from "@/components/ui/Field";
import type { Option } from "@/components/ui/Option";
import { Segmented } from "@/components/ui/Segmented";
import { Select } from "@/components/ui/Select";
import { type ListFilter, NO_FILTER, OUTLOOK_OPTIONS, SORT_OPTIONS } from "./listFilter";

type Props = {
  readonly filter: ListFilter;
  readonly assets: readonly Option<string>[];
  readonly onChange: (filter: ListFilter) => void;
};

/** Search, outlook, asset and order of the list. Escape empties the search field, and takes all filters away once it is empty. */
export function VaultFilters({ filter, assets, onChange }: Props) {
  return (
    <search className="filters">
      <Field
        label="Search vaults"
        hideLabel
        searchTarget
        icon="search"
        placeholder="Search name, asset, strategy"
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
        onEscape={() => onChange(filter.text === "" ? NO_FILTER : { ...filter, text: "" })}
      />
      <div className="filters-scroll">
        <Segmented
          label="Outlook"
          options={OUTLOOK_OPTIONS}
          value={filter.outlook}
          onChange={(outlook) => onChange({ ...filter, outlook })}
        />
        {assets.length > 2 ? (
          <Segmented
            label="Asset"
            options={assets}
            value={filter.asset}
            onChange={(asset) => onChange({ ...filter, asset })}
          />
        ) : null}
      </div>
      <Select
        label="Sort"
        options={SORT_OPTIONS}
        value={filter.sort}
        onChange={(sort) => onChange({ ...filter, sort })}
      />
    </search>
  );
}
