import { useId } from "react";

export type SliderProps = {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** The resulting value in words, not the shift alone: "58.5% at the money". */
  readonly valueText: string;
  readonly minText?: string | undefined;
  readonly maxText?: string | undefined;
};

/** A native range input with its resulting value and the words at its ends. */
export function Slider(props: SliderProps) {
  const id = useId();
  const share = (100 * (props.value - props.min)) / (props.max - props.min || 1);
  return (
    <div className="slider">
      <label htmlFor={id}>{props.label}</label>
      <output htmlFor={id}>{props.valueText}</output>
      <span className="slider-track">
        <svg aria-hidden="true">
          <rect width="100%" height="2" fill="var(--hairline-strong)" />
          <rect width={`${share}%`} height="2" fill="var(--accent)" />
        </svg>
        <input
          id={id}
          type="range"
          min={props.min}
          max={props.max}
          step={props.step}
          value={props.value}
          onChange={(event) => props.onChange(event.target.valueAsNumber)}
          aria-valuetext={props.valueText}
        />
      </span>
      <small>{props.minText}</small>
      <small>{props.maxText}</small>
    </div>
  );
}
