import { ConnectNotice } from "@/components/wallet/ConnectNotice";

/** Nobody is connected: what the page would show, and the two ways on. */
export function ActivityPrompt() {
  return (
    <div className="mt-6">
      <ConnectNotice>
        Connect the account that you deposit with to see its requests and claim what is ready. Any address can be looked
        at above, without a wallet.
      </ConnectNotice>
    </div>
  );
}
