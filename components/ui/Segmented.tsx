import { useEffect, useEffectEvent, useId, useRef } from "react";
import { classNames } from "./classNames";
import type { Option } from "./Option";

export type SegmentedProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly small?: boolean | undefined;
};

/** One of a few, all in sight. Native radio buttons: arrow keys move and select, Tab enters and leaves. */
export function Segmented<Value extends string>({ label, options, value, onChange, small }: SegmentedProps<Value>) {
  const name = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const takeUp = useEffectEvent(() => {
    const inputs = [...(group.current?.querySelectorAll("input") ?? [])];
    const pressed = options[inputs.findIndex((input) => input.checked)]?.value;
    if (pressed !== undefined && pressed !== value) onChange(pressed);
  });
  // What was pressed before the page's code was there: the browser knows it, React would take it back.
  useEffect(() => takeUp(), []);
  return (
    <fieldset ref={group} className={classNames("segmented", small && "segmented-sm")}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
