"use client";

import { Button } from "@/components/ui/Button";
import { CodeWell } from "@/components/ui/CodeWell";
import { Dialog } from "@/components/ui/Dialog";
import { type DemoWallet, useDemoWallet } from "@/hooks/useDemoWallet";

/** The demo wallet's own window: every signature is a question, as in any wallet. */
export function DemoWalletDialog() {
  const wallet = useDemoWallet();
  if (!wallet?.request) return null;
  return wallet.request.kind === "connect" ? <Choice wallet={wallet} /> : <Confirmation wallet={wallet} />;
}

function Choice({ wallet }: { readonly wallet: DemoWallet }) {
  return (
    <Dialog
      open
      onClose={wallet.reject}
      title="Connect the demo wallet"
      lead="Accounts of this local chain. Their keys are published, so they are worth nothing anywhere else."
      footer={<Button onClick={wallet.reject}>Cancel</Button>}
    >
      <ul className="mt-4 grid gap-3">
        {wallet.accounts.map(({ index, name, note }) => (
          <li key={index} className="grid gap-1">
            <Button variant={index === 1 ? "primary" : "secondary"} onClick={() => wallet.approve(index)}>
              Use {name}
            </Button>
            <span className="text-12 text-ink-2">{note}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Confirmation({ wallet }: { readonly wallet: DemoWallet }) {
  const { title, target, rows } = asked(wallet);
  return (
    <Dialog
      open
      beside
      onClose={wallet.reject}
      title="Sign with the demo wallet?"
      lead="A real wallet would ask you here."
      footer={
        <>
          <Button onClick={wallet.reject}>Reject</Button>
          <Button variant="primary" onClick={() => wallet.approve()}>
            Sign with the demo wallet
          </Button>
        </>
      }
    >
      <CodeWell title={title} target={target} rows={rows} />
    </Dialog>
  );
}

type Asked = {
  readonly title: string;
  readonly target: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
};

function asked({ request }: DemoWallet): Asked {
  switch (request?.kind) {
    case "sendTransaction":
      return {
        title: "Transaction",
        target: request.to,
        rows: [
          { name: "value", value: `${request.value} wei` },
          { name: "function", value: request.calldata.slice(0, 10) },
          { name: "bytes", value: String(request.calldata.length / 2 - 1) },
        ],
      };
    case "signTypedData": {
      const rows = Object.entries(request.message).map(([name, value]) => ({ name, value: String(value) }));
      return { title: request.primaryType, target: "Signature", rows };
    }
    case "signMessage":
      return { title: "Message", target: "Signature", rows: [{ name: "text", value: request.text }] };
    default:
      return { title: "", target: "", rows: [] };
  }
}
