import type { Knobs } from "./EmulatedLedger";

/** What keeps a device from being used: the error's code, the knobs that make it so, and those that mend it. */
export const IN_THE_WAY: readonly (readonly [string, Partial<Knobs>, Partial<Knobs>])[] = [
  ["ledgerLocked", { isLocked: true }, { isLocked: false }],
  ["ledgerAppClosed", { appName: "BOLOS" }, { appName: "Ethereum" }],
  ["ledgerWrongApp", { appName: "Bitcoin" }, { appName: "Ethereum" }],
  ["ledgerOldApp", { version: "1.13.9" }, { version: "1.14.0" }],
  ["ledgerHeld", { isHeld: true }, { isHeld: false }],
];
