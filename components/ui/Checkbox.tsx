import type { ReactNode } from "react";
import { Icon } from "./Icon";

export type CheckboxProps = {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
};

export function Checkbox({ checked, onChange, children }: CheckboxProps) {
  return (
    <label className="check">
      <span className="check-box">
        <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
        <Icon name="check" small />
      </span>
      {children}
    </label>
  );
}
