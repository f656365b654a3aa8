import type { Connector } from "wagmi";
import type { LedgerAccount, LedgerSession } from "./LedgerSession";

/** How the connector is found among others, and how it stands in the list. */
export const LEDGER_FACE = {
  id: "xyz.ballast.ledger",
  name: "Ledger",
  type: "ledger",
  // A device with a screen.
  icon: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'%3E%3Crect width='28' height='28' rx='6' fill='%23111'/%3E%3Cg fill='none' stroke='%23fff' stroke-width='2'%3E%3Crect x='5' y='10' width='18' height='8' rx='3'/%3E%3Cpath d='M9 14h6'/%3E%3C/g%3E%3C/svg%3E",
} as const;

/** Where the account is kept that was connected. */
export const STORED_ACCOUNT = "ledgerWallet.account";

/** Lets the person choose an account of the open device; null: they turned back. */
export type ChooseLedgerAccount = (session: LedgerSession) => Promise<LedgerAccount | null>;

/** What the Ledger's connector has besides a connector's usual parts. */
export type LedgerWalletParts = {
  /** The one session with the device; made, and its code loaded, at the first call. */
  readonly session: () => Promise<LedgerSession>;
  /** Says who lets the person choose; null, as at first: nobody, and nothing is connected. */
  readonly setChooser: (choose: ChooseLedgerAccount | null) => void;
  /** Did the person compare the connected account's address on the device, in this browser? */
  readonly isAddressChecked: () => Promise<boolean>;
  /** Shows the connected account's address on the device; remembered once it is confirmed there. */
  readonly checkAddress: () => Promise<void>;
};

/** What a connector has besides, when it is the Ledger's; null for every other. */
export function ledgerParts(connector: Connector | undefined): LedgerWalletParts | null {
  return connector?.id === LEDGER_FACE.id ? (connector as Connector & LedgerWalletParts) : null;
}
