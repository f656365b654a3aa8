import { useId } from "react";
import { FieldMessage } from "./FieldMessage";

export type AmountFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly unit: string;
  /** Said at the right of the label: "Balance 62,418.07 USDC". */
  readonly balance?: string | undefined;
  /** Without it there is no MAX button. */
  readonly onMax?: (() => void) | undefined;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly readOnly?: boolean | undefined;
};

/** The large amount of a form, with its unit, the balance and MAX. Any text may be typed; the caller judges it. */
export function AmountField(props: AmountFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <div className="amount-box">
        <div className="amount-line">
          <label htmlFor={id}>{props.label}</label>
          <span>{props.balance}</span>
        </div>
        <div className="amount-line">
          <input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            placeholder="0"
            value={props.value}
            readOnly={props.readOnly}
            onChange={(event) => props.onChange(event.target.value)}
            aria-invalid={props.error !== undefined || undefined}
            aria-describedby={(props.error ?? props.hint) ? `${id}-note` : undefined}
          />
          <span className="amount-unit">{props.unit}</span>
          {props.onMax ? (
            <button
              type="button"
              className="text-btn"
              onClick={props.onMax}
              aria-label={`Use the largest ${props.label.toLowerCase()}`}
            >
              MAX
            </button>
          ) : null}
        </div>
      </div>
      <FieldMessage id={`${id}-note`} error={props.error} hint={props.hint} />
    </div>
  );
}
