import { UserRejectedRequestError } from "viem";
import { type Connector, type CreateConnectorFn, createConnector } from "wagmi";
import type { ChainClient } from "@/lib/chain/createChainClient";
import type { WalletConnectSetting } from "@/lib/config/Deployment";
import type { WalletConnectProvider } from "./createWalletConnectProvider";
import type { PhoneSession } from "./PhoneSession";
import { forgetOpened, type NotOpened, reopenPage } from "./resume";
import { asStoredSession, SessionState, type StoredSession } from "./SessionState";
import type { LineEvent, WalletConnectLine } from "./WalletConnectLine";

/** How the connector is found among others. */
const WALLETCONNECT_ID = "xyz.ballast.walletconnect";

/** Who ended a session that the person had not ended here. */
export type SessionEnd = "wallet" | "time";

/** Shows the person an invitation for their wallet, and is told when a session ends, or that none can begin. */
export type Inviter = {
  /** The session; null: they turned back. `load` brings the line, with the code that it needs. */
  readonly invite: (load: () => Promise<WalletConnectLine>, chainId: number) => Promise<PhoneSession | null>;
  readonly tellEnd: (why: SessionEnd | NotOpened) => void;
};

/** What WalletConnect's connector has besides a connector's usual parts. */
export type WalletConnectParts = {
  /** Says who invites; null, as at first: nobody, and nothing is connected. */
  readonly setInviter: (inviter: Inviter | null) => void;
  /** May this page reach the relay? */
  readonly isOpen: boolean;
};

const STORED_SESSION = "walletConnect.session";

type Stored = { [STORED_SESSION]: StoredSession };

/** What a connector has besides, when it is WalletConnect's; null for every other. */
export function walletConnectParts(connector: Connector | undefined): WalletConnectParts | null {
  return connector?.id === WALLETCONNECT_ID ? (connector as Connector & WalletConnectParts) : null;
}

/** What the page was given to reach wallets on phones by. */
export type WalletConnectOpening = WalletConnectSetting & {
  /** May this page, by its policy, reach the relay? If not, connecting loads it anew. */
  readonly isOpen: boolean;
};

type Hear = (event: LineEvent) => void;

/**
 * Wallets on phones, and Ledger Live, through WalletConnect's relay, as a connector. Neither its code nor its relay is asked for before the
 * person opens it. `loadLine` makes the line, with the code that it needs.
 */
export function walletConnectWallet(
  client: ChainClient,
  setting: WalletConnectOpening,
  loadLine: (setting: WalletConnectSetting) => Promise<WalletConnectLine> = newLine,
): CreateConnectorFn<WalletConnectProvider, WalletConnectParts, Stored> {
  const state = new SessionState(client.chain.id);
  let inviter: Inviter | null = null;
  let line: Promise<WalletConnectLine> | undefined;
  let hear: Hear = () => undefined;
  const getLine = () => {
    line ??= loadLine(setting).then((made) => {
      made.listen((event) => hear(event));
      return made;
    });
    // What did not load is tried again.
    line.catch(() => {
      line = undefined;
    });
    return line;
  };
  return createConnector<WalletConnectProvider, WalletConnectParts, Stored>(({ storage, emitter }) => {
    const keep = async () => {
      const kept = state.stored();
      await (kept === null ? storage?.removeItem(STORED_SESSION) : storage?.setItem(STORED_SESSION, kept));
    };
    const kept = async () => asStoredSession(await storage?.getItem(STORED_SESSION));
    const forget = async () => {
      state.leave();
      await keep();
      await forgetOpened();
    };
    const change = () => {
      void keep();
      emitter.emit("change", { accounts: state.accounts(), chainId: state.chainId });
    };
    hear = (event) => {
      const heard = state.hear(event);
      if (heard === "changed") change();
      if (heard !== "ended") return;
      void forget();
      emitter.emit("disconnect");
      inviter?.tellEnd(event.kind === "ended" ? event.by : "wallet");
    };
    const provider = lateProvider(state, getLine, change);
    /** The session of before while it lasts, else one that the person agrees to in their wallet. */
    const agree = async (isReconnecting: boolean) => {
      const before = await kept();
      const session = before === null ? null : (await getLine()).session(before.topic);
      if (session !== null && before !== null) return state.take(session, before);
      const agreed = isReconnecting ? null : await inviter?.invite(getLine, client.chain.id);
      if (agreed) state.take(agreed);
    };
    return {
      id: WALLETCONNECT_ID,
      name: "Phone or Ledger Live (WalletConnect)",
      type: "walletConnect",
      icon: ICON,
      isOpen: setting.isOpen,
      setInviter: (given) => {
        inviter = given;
      },
      getProvider: async () => provider,
      getAccounts: async () => state.accounts(),
      getChainId: async () => state.chainId,
      isAuthorized: async () => setting.isOpen && (await kept()) !== null,
      connect: async ({ isReconnecting = false } = {}) => {
        if (!setting.isOpen) {
          const why = await reopenPage();
          inviter?.tellEnd(why);
          throw new UserRejectedRequestError(new RangeError(`this page cannot be loaded to reach the relay: ${why}`));
        }
        await agree(isReconnecting);
        if (state.session === null) {
          await forget();
          throw new UserRejectedRequestError(new RangeError("no wallet was connected"));
        }
        await keep();
        return { accounts: state.accounts() as never, chainId: state.chainId };
      },
      disconnect: async () => {
        const topic = state.session?.topic;
        await forget();
        if (topic !== undefined) void getLine().then((made) => made.end(topic));
      },
      switchChain: async ({ chainId }) => {
        const params = [{ chainId: `0x${chainId.toString(16)}` }];
        await provider.request({ method: "wallet_switchEthereumChain", params });
        return client.chain;
      },
      onAccountsChanged: () => undefined,
      onChainChanged: () => undefined,
      onDisconnect: () => undefined,
    };
  });
}

/** Every connector is asked for its provider at each page load: this one loads its code when it is first used. */
function lateProvider(
  state: SessionState,
  getLine: () => Promise<WalletConnectLine>,
  changed: () => void,
): WalletConnectProvider {
  const phone = () => {
    const { session, chainId } = state;
    if (session === null) return null;
    return {
      chainId,
      accounts: state.accounts(),
      chainIds: session.accounts.map((account) => account.chainId),
      methods: session.methods,
      ask: async (method: string, params: readonly unknown[]) =>
        (await getLine()).request(session.topic, chainId, { method, params }),
    };
  };
  const switchChain = (chainId: number) => {
    state.chainId = chainId;
    changed();
  };
  let made: Promise<WalletConnectProvider> | undefined;
  return {
    request: async (asked) => {
      made ??= import("./createWalletConnectProvider").then((module) =>
        module.createWalletConnectProvider({ phone, switchChain }),
      );
      return (await made).request(asked);
    },
  };
}

async function newLine(setting: WalletConnectSetting): Promise<WalletConnectLine> {
  const [{ WalletConnectLine }, { BrowserStore }] = await Promise.all([
    import("./WalletConnectLine"),
    import("./BrowserStore"),
  ]);
  return WalletConnectLine.open(setting, new BrowserStore(localStorage), location.origin);
}

/** A phone and what it sends, drawn for the wallet list. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'%3E%3Crect width='28' height='28' rx='6' fill='%23244a7c'/%3E%3Cg fill='none' stroke='%23fff' stroke-width='2'%3E%3Crect x='7' y='5' width='9' height='18' rx='2'/%3E%3Cpath d='M19 10q3 4 0 8M11 20h1'/%3E%3C/g%3E%3C/svg%3E";
