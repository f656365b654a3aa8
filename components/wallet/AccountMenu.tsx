"use client";

import Link from "next/link";
import { useState } from "react";
import { AddressText } from "@/components/ui/AddressText";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { KeyValueList } from "@/components/ui/KeyValueList";
import { useDisconnect } from "@/hooks/useDisconnect";
import { useEthBalance } from "@/hooks/useEthBalance";
import { useWallet } from "@/hooks/useWallet";
import { formatAddress } from "@/lib/format/formatAddress";
import { formatToken } from "@/lib/format/formatToken";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Address } from "@/lib/vault/Token";

const COIN = { symbol: "ETH", decimals: 18 } as const;

/** The connected account: who, on which chain, with how many coins, and the way out. */
export function AccountMenu({ account }: { readonly account: Address }) {
  const [isOpen, setIsOpen] = useState(false);
  const { name, appChainName, isWrongChain, isSafe } = useWallet();
  const disconnect = useDisconnect();
  const { data: wei } = useEthBalance(account);
  const close = () => setIsOpen(false);
  const leave = () => {
    close();
    disconnect();
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)} icon="wallet" ariaLabel={`Account ${account}`}>
        <span className="mono">{formatAddress(account)}</span>
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title="Your account"
        footer={
          <>
            {isSafe ? null : <Button onClick={leave}>Disconnect</Button>}
            <Button variant="primary" onClick={close}>
              Close
            </Button>
          </>
        }
      >
        <KeyValueList
          items={[
            { key: "Address", value: <AddressText address={account} full /> },
            { key: "Wallet", value: name ?? "Unknown" },
            { key: "Network", value: isWrongChain ? "Another network" : appChainName },
            { key: "Coins", value: wei === undefined ? "Reading" : formatToken(tokenAmount(wei), COIN) },
          ]}
        />
        <p className="mt-4 text-13">
          <Link className="link" href="/rights" onClick={close}>
            Permissions you have given
          </Link>
        </p>
      </Dialog>
    </>
  );
}
