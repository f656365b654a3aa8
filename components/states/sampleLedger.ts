import {
  LedgerAppClosedError,
  LedgerHeldError,
  LedgerLockedError,
  LedgerNotChosenError,
  LedgerOldAppError,
  LedgerTimedOutError,
  LedgerUnpluggedError,
  LedgerUnsupportedBrowserError,
  LedgerWrongAppError,
} from "@/lib/errors/ledgerErrors";
import { describeLedgerWait, type LedgerWait } from "@/lib/format/describeLedgerWait";
import type { LedgerRequest } from "@/lib/transaction/LedgerRequest";
import type { LedgerAccountRowProps } from "../wallet/LedgerAccountRow";

/** Everything that can be in the way of a Ledger. */
export const LEDGER_WAITS: readonly LedgerWait[] = [
  describeLedgerWait(new LedgerUnpluggedError(), false),
  describeLedgerWait(new LedgerUnpluggedError(), true),
  describeLedgerWait(new LedgerNotChosenError(), false),
  describeLedgerWait(new LedgerUnsupportedBrowserError(), false),
  describeLedgerWait(new LedgerHeldError(), true),
  describeLedgerWait(new LedgerLockedError(), true),
  describeLedgerWait(new LedgerAppClosedError(), true),
  describeLedgerWait(new LedgerWrongAppError("Bitcoin"), true),
  describeLedgerWait(new LedgerOldAppError("1.9.0", "1.14.0"), true),
  describeLedgerWait(new LedgerTimedOutError(10), true),
];

/** Accounts whose figures are there, on their way, and not to be had. */
export const LEDGER_ACCOUNTS: readonly Omit<LedgerAccountRowProps, "isPicked" | "onPick">[] = [
  {
    path: "m/44'/60'/0'/0/0",
    address: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
    figures: { coins: "1.42 ETH", vaults: "62,418.07 USDC and 3.20 WETH in 3 vaults" },
  },
  { path: "m/44'/60'/1'/0/0", address: "0x8C8d35429F74ec245F8Ef2f4Fd1e551cFF97d650", figures: "reading" },
  { path: "m/44'/60'/2'/0/0", address: "0x98e503f35D0a019cB0a251aD243a4cCFCF371F46", figures: "unreadable" },
];

/** A permit as it is put to a Ledger. */
export const LEDGER_PERMIT: LedgerRequest = {
  kind: "typedData",
  primaryType: "Permit",
  domain: [
    { name: "name", value: "USD Coin" },
    { name: "version", value: "2" },
    { name: "chainId", value: "1" },
    { name: "verifyingContract", value: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48" },
  ],
  message: [
    { name: "owner", value: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" },
    { name: "spender", value: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" },
    { name: "value", value: "10000000000" },
    { name: "nonce", value: "0" },
    { name: "deadline", value: "1795766400" },
  ],
  domainHash: `0x${"d0".repeat(32)}`,
  messageHash: `0x${"5e".repeat(32)}`,
};
