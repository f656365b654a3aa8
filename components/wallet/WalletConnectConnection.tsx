"use client";

import dynamic from "next/dynamic";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { useWalletConnectPairing } from "@/hooks/useWalletConnectPairing";
import { describeSessionEnd } from "@/lib/format/describePairing";

const WalletConnectDialog = dynamic(
  () => import("./WalletConnectDialog").then((module) => module.WalletConnectDialog),
  { ssr: false },
);

/** Shows the way to a wallet on a phone whenever one is to be connected, and says when such a wallet has left, or cannot come. */
export function WalletConnectConnection() {
  const { pairing, end, dismissEnd, connect } = useWalletConnectPairing();
  if (pairing !== null) return <WalletConnectDialog pairing={pairing} />;
  if (end === null) return null;
  const isBegun = end === "wallet" || end === "time";
  return (
    <Dialog
      open
      onClose={dismissEnd}
      {...describeSessionEnd(end)}
      footer={
        <>
          <Button variant="ghost" onClick={dismissEnd}>
            Close
          </Button>
          <Button variant="primary" onClick={connect}>
            {isBegun ? "Connect again" : "Try again"}
          </Button>
        </>
      }
    />
  );
}
