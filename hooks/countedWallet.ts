import { browserStore } from "./browserStore";

/** Whether this browser counts what lies in a wallet in value and risk. Not until somebody says so. */
export const countedWallet = browserStore<boolean>({
  key: "ballast.countedWallet",
  none: false,
  parsed: (text) => text === "yes",
});
