"use client";

import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { classNames } from "./classNames";

export type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, right-aligned; the verb comes last. */
  readonly footer?: ReactNode;
  readonly wide?: boolean | undefined;
  /** At the right edge of a wide window, where a wallet's own stands: what it asks about stays in sight. */
  readonly beside?: boolean | undefined;
  /** False while it cannot be put away: Escape does nothing then. */
  readonly closable?: boolean | undefined;
};

/**
 * A native modal dialog: the browser makes the page behind it inert, closes it on Escape and gives the focus back;
 * Tab goes round inside it.
 */
export function Dialog({ open, onClose, title, lead, children, footer, wide, beside, closable = true }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // The browser's top layer; closing before the element goes away is what returns the focus.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null || !open) return;
    if (!dialog.open) dialog.showModal();
    return () => dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className={classNames("dialog", wide && "dialog-wide", beside && "dialog-beside")}
      aria-labelledby={titleId}
      onKeyDown={keepFocusInside}
      onClose={(event) => {
        // The event comes late: a dialog that was opened again meanwhile (as strict mode does) was not closed by anybody.
        if (!open || event.currentTarget.open) return;
        // Browsers let a second Escape through whatever the page says.
        if (closable) onClose();
        else event.currentTarget.showModal();
      }}
      onCancel={(event) => {
        if (!closable) event.preventDefault();
      }}
    >
      {open ? (
        <>
          <h2 id={titleId}>{title}</h2>
          {lead ? <p className="dialog-lead">{lead}</p> : null}
          {children}
          {footer ? <div className="dialog-footer">{footer}</div> : null}
        </>
      ) : null}
    </dialog>
  );
}

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']";

function keepFocusInside(event: KeyboardEvent<HTMLDialogElement>) {
  if (event.key !== "Tab") return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) =>
    stop.checkVisibility(),
  );
  const first = stops[0];
  const last = stops.at(-1);
  const leaving = event.shiftKey ? first : last;
  const entering = event.shiftKey ? last : first;
  if (document.activeElement !== leaving && document.activeElement !== event.currentTarget) return;
  event.preventDefault();
  entering?.focus();
}
