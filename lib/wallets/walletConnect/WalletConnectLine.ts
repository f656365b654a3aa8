import type { IKeyValueStorage } from "@walletconnect/keyvaluestorage";
import { SignClient } from "@walletconnect/sign-client";
import type { SessionTypes } from "@walletconnect/types";
import { type Address, getAddress, isAddress } from "viem";
import { within } from "@/lib/chain/within";
import type { WalletConnectSetting } from "@/lib/config/Deployment";
import { WalletUnreachableError } from "@/lib/errors/walletErrors";
import { type PhoneSession, phoneSession } from "./PhoneSession";
import { silentCore } from "./silentCore";
import { silentLogger } from "./silentLogger";

/** What wallets are asked to allow: what this app uses, and nothing else. None of it is a condition; a wallet may allow less. */
const METHODS = [
  "eth_sendTransaction",
  "eth_signTypedData_v4",
  "wallet_switchEthereumChain",
  "wallet_getCapabilities",
  "wallet_sendCalls",
  "wallet_getCallsStatus",
];

type Client = Awaited<ReturnType<typeof SignClient.init>>;

/** How long the relay has to answer, in milliseconds. */
const RELAY_WITHIN = 12_000;

/** How long a wallet has to hear that the page has ended the connection. */
const FAREWELL_WITHIN = 3_000;

/** What happens to a session without the page's doing. */
export type LineEvent =
  | { readonly kind: "session"; readonly session: PhoneSession }
  | { readonly kind: "account"; readonly topic: string; readonly address: Address }
  | { readonly kind: "chain"; readonly topic: string; readonly chainId: number }
  | { readonly kind: "ended"; readonly topic: string; readonly by: "wallet" | "time" };

/** An invitation, as the text of a QR code, and the session once a wallet takes it up. */
export type Invitation = {
  readonly uri: string;
  readonly session: Promise<PhoneSession | null>;
  /** Nobody waits for it any more: a session that comes of it all the same is ended. */
  readonly turnBack: () => void;
};

/** The line to wallets behind WalletConnect's relay. */
export class WalletConnectLine {
  /** Invitations that somebody waits for: as long as there is one, the relay is needed. */
  readonly #awaited = new Set<object>();

  private constructor(private readonly client: Client) {}

  /** Reads what is stored. Nobody is asked anything yet, unless a session is there. */
  static async open(setting: WalletConnectSetting, storage: IKeyValueStorage, url: string): Promise<WalletConnectLine> {
    const metadata = { name: "Ballast", description: "Option vaults on chain", url, icons: [`${url}/icon.svg`] };
    const core = silentCore(setting, storage);
    return new WalletConnectLine(await SignClient.init({ core, metadata, logger: silentLogger() }));
  }

  /** The session of this name; null when it is over. */
  session(topic: string): PhoneSession | null {
    const { session } = this.client;
    return session.keys.includes(topic) ? phoneSession(session.get(topic)) : null;
  }

  /**
   * Makes an invitation. Its session is null when the wallet shares no account; it rejects when the wallet refuses (code 5000) or nobody takes the
   * invitation up within five minutes. Throws {@link WalletUnreachableError}.
   */
  async invite(chainId: number): Promise<Invitation> {
    const optionalNamespaces = {
      eip155: { chains: [`eip155:${chainId}`], methods: METHODS, events: ["accountsChanged", "chainChanged"] },
    };
    const awaited = {};
    this.#awaited.add(awaited);
    const turnBack = () => void this.#awaited.delete(awaited);
    try {
      const { uri, approval } = await answered(this.client.connect({ optionalNamespaces }));
      if (uri === undefined) throw new WalletUnreachableError();
      return { uri, session: this.#session(approval(), awaited), turnBack };
    } catch (cause) {
      turnBack();
      await this.rest();
      throw cause;
    }
  }

  /** Puts a request to the wallet. Throws {@link WalletUnreachableError} before anything is sent, and what the wallet answers. */
  async request(topic: string, chainId: number, request: { method: string; params: unknown }): Promise<unknown> {
    const { relayer } = this.client.core;
    if (!relayer.connected) await answered(relayer.transportOpen());
    return this.client.request({ topic, chainId: `eip155:${chainId}`, request });
  }

  /** Ends a session, tells the wallet if it can be told soon, and lets go of the relay if that was the last. */
  async end(topic: string): Promise<void> {
    const reason = { code: 6000, message: "User disconnected." };
    const told = this.client.disconnect({ topic, reason });
    await within(FAREWELL_WITHIN, told).catch(() => undefined);
    try {
      if (this.client.session.keys.includes(topic)) await this.client.session.delete(topic, reason);
    } finally {
      await this.rest();
    }
  }

  /** Lets go of the relay as long as there is no session, and nobody waits for one. */
  async rest(): Promise<void> {
    if (this.client.session.length > 0 || this.#awaited.size > 0) return;
    await this.client.core.relayer.transportClose().catch(() => undefined);
  }

  /** Hears what wallets do by themselves. */
  listen(listener: (event: LineEvent) => void): void {
    // A page proposes; what comes back to it of a proposal is its own.
    this.client.on("session_proposal", () => undefined);
    this.client.on("session_delete", ({ topic }) => listener({ kind: "ended", topic, by: "wallet" }));
    this.client.on("session_expire", ({ topic }) => listener({ kind: "ended", topic, by: "time" }));
    this.client.on("session_update", ({ topic }) => {
      const session = this.session(topic);
      if (session !== null) listener({ kind: "session", session });
    });
    this.client.on("session_event", ({ topic, params: { event } }) => {
      const chainId = event.name === "chainChanged" ? Number(event.data) : Number.NaN;
      if (Number.isSafeInteger(chainId) && chainId > 0) listener({ kind: "chain", topic, chainId });
      const address = event.name === "accountsChanged" ? firstAddress(event.data) : null;
      if (address !== null) listener({ kind: "account", topic, address });
    });
  }

  /** What came of an invitation. A session that nobody waits for, or that nothing can be done with, would stand on in the wallet: it is ended. */
  async #session(approval: Promise<SessionTypes.Struct>, awaited: object): Promise<PhoneSession | null> {
    try {
      const agreed = await approval;
      const session = this.#awaited.has(awaited) ? phoneSession(agreed) : null;
      if (session === null) void this.end(agreed.topic).catch(() => undefined);
      return session;
    } finally {
      this.#awaited.delete(awaited);
    }
  }
}

function answered<T>(asked: Promise<T>): Promise<T> {
  return within(RELAY_WITHIN, asked).catch((cause: unknown) => {
    throw new WalletUnreachableError({ cause });
  });
}

/** Wallets name the accounts by address, or by chain and address; the one in use comes first. */
function firstAddress(accounts: unknown): Address | null {
  const [first]: readonly unknown[] = Array.isArray(accounts) ? accounts : [];
  const address = typeof first === "string" ? first.slice(first.lastIndexOf(":") + 1).toLowerCase() : "";
  return isAddress(address) ? getAddress(address) : null;
}
