import { type ReactNode, useId } from "react";
import { FieldMessage } from "./FieldMessage";
import { Icon, type IconName } from "./Icon";

export type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hideLabel?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly placeholder?: string | undefined;
  /** A unit after the text. */
  readonly suffix?: ReactNode;
  /** What is wrong, as a sentence. */
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly type?: "text" | "search" | undefined;
  readonly inputMode?: "text" | "decimal" | "search" | undefined;
  readonly onEscape?: (() => void) | undefined;
  /** Marks the field that the "/" key goes to. */
  readonly searchTarget?: boolean | undefined;
};

/** A line of text with its label, its unit, and under it either what is wrong or a hint. */
export function Field(props: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={props.hideLabel ? "visually-hidden" : "field-label"}>
        {props.label}
      </label>
      <div className="field-box">
        {props.icon ? <Icon name={props.icon} /> : null}
        <input
          id={id}
          type={props.type ?? "text"}
          inputMode={props.inputMode}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") props.onEscape?.();
          }}
          placeholder={props.placeholder}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={props.error !== undefined || undefined}
          aria-describedby={(props.error ?? props.hint) ? `${id}-note` : undefined}
          data-search-target={props.searchTarget || undefined}
        />
        {props.suffix}
      </div>
      <FieldMessage id={`${id}-note`} error={props.error} hint={props.hint} />
    </div>
  );
}
