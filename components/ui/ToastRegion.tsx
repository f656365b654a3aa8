"use client";

import { Toast, type ToastItem } from "./Toast";

export type ToastRegionProps = {
  readonly toasts: readonly ToastItem[];
  readonly onDismiss: (id: string) => void;
};

/** The corner where news of transactions appears: failures are read at once, the rest politely. */
export function ToastRegion({ toasts, onDismiss }: ToastRegionProps) {
  const failed = toasts.filter((toast) => toast.kind === "failed");
  const others = toasts.filter((toast) => toast.kind !== "failed");
  return (
    <section className="toasts" aria-label="Notifications">
      <div role="alert">
        {failed.map((toast) => (
          <Toast key={toast.id} toast={toast} onDismiss={onDismiss} />
        ))}
      </div>
      <div role="status">
        {others.map((toast) => (
          <Toast key={toast.id} toast={toast} onDismiss={onDismiss} />
        ))}
      </div>
    </section>
  );
}
