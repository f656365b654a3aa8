import { UserRejectedRequestError } from "viem";
import { type CreateConnectorFn, createConnector } from "wagmi";
import type { ChainClient } from "@/lib/chain/createChainClient";
import type { WalletConnectSetting } from "@/lib/config/Deployment";
import type { ConnectorFace } from "../lateConnector";
import { once } from "../once";
import type { WalletConnectProvider } from "./createWalletConnectProvider";
import { forgetOpened, rememberOpened, reopenPage } from "./resume";
import { asStoredSession, SessionState, type StoredSession } from "./SessionState";
import type { LineEvent, WalletConnectLine } from "./WalletConnectLine";
import { type Inviter, STORED_SESSION, type WalletConnectOpening, type WalletConnectParts } from "./walletConnectParts";

type Stored = { [STORED_SESSION]: StoredSession };

type Hear = (event: LineEvent) => void;

/**
 * Wallets on phones, and Ledger Live, through WalletConnect's relay, as a connector. Neither its code nor its relay is asked for before the
 * person opens it. `loadLine` makes the line, with the code that it needs.
 */
export function walletConnectConnector(
  face: ConnectorFace,
  { client, setting }: { readonly client: ChainClient; readonly setting: WalletConnectOpening },
  loadLine: (setting: WalletConnectSetting) => Promise<WalletConnectLine> = newLine,
): CreateConnectorFn<WalletConnectProvider, WalletConnectParts, Stored> {
  const state = new SessionState(client.chain.id);
  let inviter: Inviter | null = null;
  let hear: Hear = () => undefined;
  const getLine = once(async () => {
    const made = await loadLine(setting);
    made.listen((event) => hear(event));
    return made;
  });
  /** For what nobody waits for, and nobody here can mend. */
  const quietly = (act: (line: WalletConnectLine) => Promise<void>) =>
    void getLine()
      .then(act)
      .catch(() => undefined);
  return createConnector<WalletConnectProvider, WalletConnectParts, Stored>(({ storage, emitter, chains }) => {
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
      void forget().catch(() => undefined);
      quietly((made) => made.rest());
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
      ...face,
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
        await agree(isReconnecting).catch((cause: unknown) => {
          if (!isReconnecting) inviter?.tellEnd("failed");
          throw cause;
        });
        if (state.session === null) {
          await forget();
          throw new UserRejectedRequestError(new RangeError("no wallet was connected"));
        }
        await keep();
        // An invitation that was turned back, or a session that was left, has taken it from a page that is still open.
        if (!isReconnecting) await rememberOpened();
        return { accounts: state.accounts() as never, chainId: state.chainId };
      },
      disconnect: async () => {
        const topic = state.session?.topic;
        if (topic !== undefined) quietly((made) => made.end(topic));
        await forget();
      },
      switchChain: async ({ chainId }) => {
        const params = [{ chainId: `0x${chainId.toString(16)}` }];
        await provider.request({ method: "wallet_switchEthereumChain", params });
        return chains.find(({ id }) => id === chainId) ?? client.chain;
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
  const loaded = once(async () => {
    const { createWalletConnectProvider } = await import("./createWalletConnectProvider");
    return createWalletConnectProvider({ phone, switchChain });
  });
  return { request: async (asked) => (await loaded()).request(asked) };
}

async function newLine(setting: WalletConnectSetting): Promise<WalletConnectLine> {
  const [{ WalletConnectLine }, { BrowserStore }] = await Promise.all([
    import("./WalletConnectLine"),
    import("./BrowserStore"),
  ]);
  return WalletConnectLine.open(setting, new BrowserStore(localStorage), location.origin);
}
