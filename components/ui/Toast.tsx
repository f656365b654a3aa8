"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Icon, type IconName } from "./Icon";
import { IconButton } from "./IconButton";

export type ToastKind = "pending" | "replaced" | "failed" | "confirmed";

export type ToastItem = {
  readonly id: string;
  readonly kind: ToastKind;
  readonly title: string;
  readonly body: ReactNode;
  readonly actions?: ReactNode;
};

export type ToastProps = { readonly toast: ToastItem; readonly onDismiss: (id: string) => void };

const CONFIRMED_MS = 8_000;

const ICON: Readonly<Record<ToastKind, { readonly name: IconName; readonly className: string }>> = {
  pending: { name: "spinner", className: "text-accent" },
  replaced: { name: "arrow", className: "text-warning" },
  failed: { name: "cross", className: "text-loss" },
  confirmed: { name: "check", className: "text-profit" },
};

/** Stays until it is dismissed; a confirmed one leaves after 8 seconds, counted anew when the pointer leaves it. */
export function Toast({ toast, onDismiss }: ToastProps) {
  const [held, setHeld] = useState(false);
  const { id, kind } = toast;
  // The browser's timer.
  useEffect(() => {
    if (kind !== "confirmed" || held) return;
    const timer = setTimeout(() => onDismiss(id), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [id, kind, held, onDismiss]);
  return (
    <article
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon {...ICON[kind]} />
      <div>
        <b>{toast.title}</b>
        <p>{toast.body}</p>
        {toast.actions ? <div className="toast-actions">{toast.actions}</div> : null}
      </div>
      <IconButton icon="cross" label={`Dismiss: ${toast.title}`} onClick={() => onDismiss(id)} small />
    </article>
  );
}
