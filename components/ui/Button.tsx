import { type MouseEvent, type ReactNode, useId } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./buttonClass";
import { Icon, type IconName } from "./Icon";

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onClick?: (() => void) | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: IconName | undefined;
  readonly type?: "button" | "submit" | undefined;
  /** The verb of the work going on ("Sending"); while it is set the button cannot be pressed. */
  readonly busy?: string | undefined;
  /** Why the button cannot be pressed. A button is never disabled without one. */
  readonly reason?: string | undefined;
  /** Where the reason stands: under the button, or in place of its label. */
  readonly reasonAs?: "note" | "label" | undefined;
  readonly ariaLabel?: string | undefined;
};

/**
 * A button that stays focusable when it is off (aria-disabled), so that its reason can be reached and read.
 */
export function Button(props: ButtonProps) {
  const { variant = "secondary", size = "md", busy, reason, reasonAs = "note" } = props;
  const reasonId = useId();
  const off = busy !== undefined || reason !== undefined;
  const note = reason !== undefined && reasonAs === "note";
  const button = (
    <button
      type={props.type ?? "button"}
      className={buttonClass(variant, size)}
      onClick={off ? refuse : props.onClick}
      aria-disabled={off || undefined}
      aria-busy={busy !== undefined || undefined}
      aria-describedby={note ? reasonId : undefined}
      aria-label={props.ariaLabel}
      data-off={reason !== undefined || undefined}
    >
      {busy !== undefined ? <Icon name="spinner" /> : props.icon ? <Icon name={props.icon} /> : null}
      {busy ?? (reasonAs === "label" && reason !== undefined ? reason : props.children)}
    </button>
  );
  if (!note) return button;
  return (
    <span className="btn-stack">
      {button}
      <span id={reasonId} className="btn-reason">
        {reason}
      </span>
    </span>
  );
}

function refuse(event: MouseEvent) {
  event.preventDefault();
}
