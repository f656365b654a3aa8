import { useId } from "react";
import type { Option } from "./Option";

export type ChoiceCard<Value extends string> = Option<Value> & { readonly note: string };

export type ChoiceCardsProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly ChoiceCard<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** Two ways of doing one thing, each with what it costs. Native radio buttons. */
export function ChoiceCards<Value extends string>({ label, options, value, onChange }: ChoiceCardsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <b>{option.label}</b>
          <span>{option.note}</span>
        </label>
      ))}
    </fieldset>
  );
}
