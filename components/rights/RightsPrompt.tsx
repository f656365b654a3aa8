"use client";

import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useConnect } from "@/hooks/useConnect";

/** Nobody is connected: what the page would show, and the way on. */
export function RightsPrompt() {
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
        Connect the account that you deposit with to see who may take its tokens or act for it, and to revoke what you
        do not need. Any address can be looked at above.
      </Notice>
    </div>
  );
}
