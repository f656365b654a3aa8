"use client";

import { useId, useState } from "react";
import { parseWithin } from "./buildQuery";

export type NumberFieldProps = {
  readonly label: string;
  /** Null: left to the page, which `placeholder` says. */
  readonly value: number | null;
  readonly unit: string;
  readonly limit: { readonly most: number; readonly decimals: number };
  readonly placeholder?: string | undefined;
  /** Null only where the page may decide. */
  readonly onChange: (value: number | null) => void;
};

/** A number in the line of choices. What is no number is marked, and the last one that was stays in force. */
export function NumberField({ label, value, unit, limit, placeholder, onChange }: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? "" : String(value));
  const isWrong = typed !== null && read(typed, limit, placeholder) === undefined;
  return (
    <span className="select build-number">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        placeholder={placeholder}
        size={Math.max(4, (text || placeholder || "").length)}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-fault` : undefined}
        onChange={(event) => {
          const next = event.target.value.trim();
          setTyped(next);
          const number = read(next, limit, placeholder);
          if (number !== undefined) onChange(number);
        }}
        onBlur={() => setTyped(null)}
      />
      <span className="build-unit">{unit}</span>
      {isWrong ? (
        <span id={`${id}-fault`} className="visually-hidden" role="status">
          Not used: a number above 0 with at most {limit.decimals} decimals and a point is needed.
        </span>
      ) : null}
    </span>
  );
}

/** The number, null for an empty field that may be empty, undefined for what is none. */
function read(
  text: string,
  limit: NumberFieldProps["limit"],
  placeholder: string | undefined,
): number | null | undefined {
  if (text === "" && placeholder !== undefined) return null;
  return parseWithin(text, limit) ?? undefined;
}
