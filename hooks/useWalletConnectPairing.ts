"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useConnect, useConnectors } from "wagmi";
import { takeResuming } from "@/lib/wallets/walletConnect/resume";
import type { PairingState, WalletConnectPairing } from "@/lib/wallets/walletConnect/WalletConnectPairing";
import { type SessionEnd, walletConnectParts } from "@/lib/wallets/walletConnect/walletConnectParts";

/** The way to a wallet on a phone under way, and what a person can do about it. */
export type WalletPairing = {
  readonly state: PairingState;
  readonly again: () => void;
  readonly cancel: () => void;
};

/** What there is to show of WalletConnect. */
export type WalletConnectNews = {
  /** Null while nobody connects a wallet on a phone. */
  readonly pairing: WalletPairing | null;
  /** Who ended the last session, if not the person here, or why none can begin; null once it was read. */
  readonly end: SessionEnd | null;
  readonly dismissEnd: () => void;
  /** Begins anew. */
  readonly connect: () => void;
};

const PREPARING: PairingState = { kind: "preparing" };
const preparing = () => PREPARING;
const neverTold = () => () => undefined;

/** How does the way to a wallet on a phone stand? Its code is loaded when somebody goes it; a page that was loaded for it goes on by itself. */
export function useWalletConnectPairing(): WalletConnectNews {
  const connector = useConnectors().find((one) => walletConnectParts(one) !== null);
  const { connect } = useConnect();
  const [pairing, setPairing] = useState<WalletConnectPairing | null>(null);
  const [end, setEnd] = useState<SessionEnd | null>(null);
  // Synchronises with WalletConnect's connector, which asks whoever told it so.
  useEffect(() => {
    const parts = walletConnectParts(connector);
    parts?.setInviter({
      tellEnd: setEnd,
      invite: async (load, chainId) => {
        const { WalletConnectPairing } = await import("@/lib/wallets/walletConnect/WalletConnectPairing");
        const begun = new WalletConnectPairing(load, chainId);
        setEnd(null);
        setPairing((before) => {
          before?.cancel();
          return begun;
        });
        const session = await begun.agreed;
        setPairing((current) => (current === begun ? null : current));
        return session;
      },
    });
    return () => parts?.setInviter(null);
  }, [connector]);
  // Synchronises with the page that was left for this one.
  useEffect(() => {
    const parts = walletConnectParts(connector);
    if (connector === undefined || parts === null || !takeResuming()) return;
    // Loaded for the relay and yet not able to reach it: the browser did not keep the cookie. Once more would never end.
    if (parts.isOpen) connect({ connector });
    else setEnd("storage");
  }, [connector, connect]);
  const state = useSyncExternalStore(pairing?.subscribe ?? neverTold, pairing?.current ?? preparing, preparing);
  return {
    pairing: pairing === null ? null : { state, again: pairing.again, cancel: pairing.cancel },
    end,
    dismissEnd: () => setEnd(null),
    connect: () => {
      setEnd(null);
      if (connector !== undefined) connect({ connector });
    },
  };
}
