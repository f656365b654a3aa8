"use client";

import { useState } from "react";

/** May this page notify? `unknown` on the server and where the browser has no notifications. */
export type NotificationLeave = "granted" | "denied" | "default" | "unknown";

/** Is the page allowed to notify, and the way to ask? Browsers ask only after a press. */
export function useNotificationLeave() {
  const [leave, setLeave] = useState<NotificationLeave>(leaveNow);
  const ask = () => {
    if (typeof Notification === "undefined") return;
    Notification.requestPermission().then(setLeave, () => setLeave("denied"));
  };
  return { leave, ask };
}

function leaveNow(): NotificationLeave {
  return typeof Notification === "undefined" ? "unknown" : Notification.permission;
}
