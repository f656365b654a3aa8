import { PageHeading } from "@/components/layout/PageHeading";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { ConnectNotice } from "@/components/wallet/ConnectNotice";

/** Nobody is connected: says what the page would show, and the two ways on. */
export function ConnectPrompt() {
  return (
    <>
      <PageHeading title="Portfolio" />
      <ConnectNotice other={<ButtonLink href="/vaults">Browse vaults</ButtonLink>}>
        Connect the account that you deposit with. This page then shows its positions, what is ready to claim, and how
        its value moves. Vaults can be read without a wallet.
      </ConnectNotice>
    </>
  );
}
