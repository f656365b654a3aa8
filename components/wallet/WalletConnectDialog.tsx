"use client";

import { Button } from "@/components/ui/Button";
import { CopyButton } from "@/components/ui/CopyButton";
import { Dialog } from "@/components/ui/Dialog";
import { Icon } from "@/components/ui/Icon";
import type { WalletPairing } from "@/hooks/useWalletConnectPairing";
import { describePairing } from "@/lib/format/describePairing";
import { QrCode } from "./QrCode";

/** From the code on the screen to a wallet that agrees. */
export function WalletConnectDialog({ pairing }: { readonly pairing: WalletPairing }) {
  const { state, again, cancel } = pairing;
  const words = state.kind === "over" ? describePairing(state.why) : INVITATION;
  return (
    <Dialog
      open
      onClose={cancel}
      title={words.title}
      lead={words.lead}
      footer={
        <>
          <Button variant="ghost" onClick={cancel}>
            Cancel
          </Button>
          {state.kind === "over" ? (
            <Button variant="primary" onClick={again}>
              Try again
            </Button>
          ) : null}
          {state.kind === "inviting" ? (
            <CopyButton text={state.uri} ariaLabel="Copy the code's text">
              Copy
            </CopyButton>
          ) : null}
        </>
      }
    >
      {state.kind === "over" ? null : (
        <>
          {state.kind === "inviting" ? <QrCode text={state.uri} label="Code for your wallet's camera" /> : null}
          <div role="status">
            <ul className="checklist">
              <li>
                <Icon name="spinner" className="text-accent" />{" "}
                {state.kind === "inviting" ? "Waiting for your wallet" : "Asking the relay for a code"}
              </li>
            </ul>
          </div>
          {state.kind === "inviting" ? (
            <p className="mt-3 text-13">
              <a className="link" href={state.uri}>
                Open a wallet on this device
              </a>
            </p>
          ) : null}
        </>
      )}
    </Dialog>
  );
}

const INVITATION = {
  title: "Connect by phone or Ledger Live",
  lead: "Scan the code with your wallet, or paste its text there. WalletConnect's relay passes what is asked and answered on, encrypted; it learns your network address.",
};
