"use client";

import { Banner } from "@/components/ui/Banner";
import { Button } from "@/components/ui/Button";
import { useSwitchChain } from "@/hooks/useSwitchChain";
import { useWallet } from "@/hooks/useWallet";
import { describeSafeChain } from "@/lib/format/describeSafeChain";

/** Which network the wallet is on, and the way to the page's. */
export function WrongNetwork() {
  const { isSafe, chainId, appChainName } = useWallet();
  const { switchChain, isSwitching } = useSwitchChain();
  if (isSafe) {
    return (
      <Banner tone="warning" urgent title="Wrong network.">
        {describeSafeChain(`chain ${chainId}`, appChainName)}
      </Banner>
    );
  }
  return (
    <Banner
      tone="warning"
      urgent
      title="Wrong network."
      action={
        <Button size="sm" onClick={switchChain} busy={isSwitching ? "Switching" : undefined}>
          Switch to {appChainName}
        </Button>
      }
    >
      Your wallet is on chain {chainId}. These vaults are on {appChainName}; nothing can be signed until you switch.
    </Banner>
  );
}
