"use client";

import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useConnect } from "@/hooks/useConnect";

/** Nobody is connected: what the page would show, and the two ways on. */
export function ActivityPrompt() {
  const { connect } = useConnect();
  return (
    <div className="mt-6">
      <Notice
        level={2}
        title="No wallet is connected"
        action={
          <Button variant="primary" onClick={connect}>
            Connect wallet
          </Button>
        }
      >
        Connect the account that you deposit with to see its requests and claim what is ready. Any address can be looked
        at above, without a wallet.
      </Notice>
    </div>
  );
}
