import { type Address, isAddress } from "viem";
import type { PhoneSession } from "./PhoneSession";
import type { LineEvent } from "./WalletConnectLine";

/** What of a session is kept by the page itself, so that its code need not be loaded to know of it. */
export type StoredSession = { readonly topic: string; readonly chainId: number; readonly address: Address };

/** The one session that the app is connected with, the chain it is on, and the account in use. */
export class SessionState {
  session: PhoneSession | null = null;
  chainId: number;
  #first: Address | null = null;

  constructor(private readonly appChainId: number) {
    this.chainId = appChainId;
  }

  /** Takes up a session: on the app's chain if the wallet shares an account of it, or as it was before. */
  take(session: PhoneSession, before?: StoredSession): void {
    const wanted = before?.chainId ?? this.appChainId;
    const [first] = session.accounts;
    const isShared = first === undefined || session.accounts.some(({ chainId }) => chainId === wanted);
    this.session = session;
    this.chainId = isShared ? wanted : first.chainId;
    this.#first = before?.address ?? null;
  }

  leave(): void {
    this.session = null;
    this.chainId = this.appChainId;
    this.#first = null;
  }

  /** Accounts of the chain, the one in use first. A wallet that went to a chain of which it shares none has its accounts there all the same. */
  accounts(): readonly Address[] {
    const all = this.session?.accounts ?? [];
    const here = all.filter(({ chainId }) => chainId === this.chainId);
    const addresses = [...new Set((here.length > 0 ? here : all).map(({ address }) => address))];
    const first = this.#first;
    return first !== null && addresses.includes(first)
      ? [first, ...addresses.filter((one) => one !== first)]
      : addresses;
  }

  /** What of it is kept; null when there is none. */
  stored(): StoredSession | null {
    const [address] = this.accounts();
    if (this.session === null || address === undefined) return null;
    return { topic: this.session.topic, chainId: this.chainId, address };
  }

  /** Takes note of what the wallet did by itself: `null` when it is no business of this session. */
  hear(event: LineEvent): "changed" | "ended" | null {
    const topic = event.kind === "session" ? event.session.topic : event.topic;
    if (this.session?.topic !== topic) return null;
    switch (event.kind) {
      case "ended":
        this.leave();
        return "ended";
      case "session":
        this.session = event.session;
        return "changed";
      case "chain":
        this.chainId = event.chainId;
        return "changed";
      case "account":
        this.#first = event.address;
        return "changed";
    }
  }
}

/** A session that was kept; null for anything else. What it is still worth the wallet's client knows. */
export function asStoredSession(stored: unknown): StoredSession | null {
  const fields = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<StoredSession>;
  const { topic, chainId, address } = fields;
  const isWhole = typeof topic === "string" && Number.isSafeInteger(chainId) && isAddress(address ?? "");
  return isWhole && chainId !== undefined && address !== undefined ? { topic, chainId, address } : null;
}
