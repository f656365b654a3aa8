/** A header that every answer of the app carries with the same value. */
export type SecurityHeader = { readonly key: string; readonly value: string };

/** Everything but the Content Security Policy, which depends on what is served. */
export const SECURITY_HEADERS: readonly SecurityHeader[] = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // For browsers that do not know frame-ancestors; the others go by the policy alone.
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "no-referrer" },
  // A Ledger speaks over HID; nothing here speaks over WebUSB or a serial line.
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(self)",
  },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];
