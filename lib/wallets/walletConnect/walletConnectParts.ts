import type { Connector } from "wagmi";
import type { WalletConnectSetting } from "@/lib/config/Deployment";
import type { PhoneSession } from "./PhoneSession";
import type { NotOpened } from "./resume";
import type { WalletConnectLine } from "./WalletConnectLine";

/** How the connector is found among others, and how it stands in the list. */
export const WALLETCONNECT_FACE = {
  id: "xyz.ballast.walletconnect",
  name: "Phone or Ledger Live (WalletConnect)",
  type: "walletConnect",
  // A phone and what it sends.
  icon: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'%3E%3Crect width='28' height='28' rx='6' fill='%23244a7c'/%3E%3Cg fill='none' stroke='%23fff' stroke-width='2'%3E%3Crect x='7' y='5' width='9' height='18' rx='2'/%3E%3Cpath d='M19 10q3 4 0 8M11 20h1'/%3E%3C/g%3E%3C/svg%3E",
} as const;

/** Where the session is kept that was connected. */
export const STORED_SESSION = "walletConnect.session";

/** Why there is no session: the wallet or time ended it without the person here, or none can begin. `failed`: code did not load. */
export type SessionEnd = "wallet" | "time" | NotOpened | "failed";

/** Shows the person an invitation for their wallet, and is told when a session ends, or that none can begin. */
export type Inviter = {
  /** The session; null: they turned back. `load` brings the line, with the code that it needs. */
  readonly invite: (load: () => Promise<WalletConnectLine>, chainId: number) => Promise<PhoneSession | null>;
  readonly tellEnd: (why: SessionEnd) => void;
};

/** What WalletConnect's connector has besides a connector's usual parts. */
export type WalletConnectParts = {
  /** Says who invites; null, as at first: nobody, and nothing is connected. */
  readonly setInviter: (inviter: Inviter | null) => void;
  /** May this page reach the relay? */
  readonly isOpen: boolean;
};

/** What a connector has besides, when it is WalletConnect's; null for every other. */
export function walletConnectParts(connector: Connector | undefined): WalletConnectParts | null {
  return connector?.id === WALLETCONNECT_FACE.id ? (connector as Connector & WalletConnectParts) : null;
}

/** What the page was given to reach wallets on phones by. */
export type WalletConnectOpening = WalletConnectSetting & {
  /** May this page, by its policy, reach the relay? If not, connecting loads it anew. */
  readonly isOpen: boolean;
};
