import { ConnectNotice } from "@/components/wallet/ConnectNotice";

/** Nobody is connected: what the page would show, and the way on. */
export function RightsPrompt() {
  return (
    <div className="mt-6">
      <ConnectNotice>
        Connect the account that you deposit with to see who may take its tokens or act for it, and to revoke what you
        do not need. Any address can be looked at above.
      </ConnectNotice>
    </div>
  );
}
