"use client";

import { PageHeading } from "@/components/layout/PageHeading";
import { Button } from "@/components/ui/Button";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { Notice } from "@/components/ui/Notice";
import { useConnect } from "@/hooks/useConnect";

/** Nobody is connected: says what the page would show, and the two ways on. */
export function ConnectPrompt() {
  const { connect } = useConnect();
  return (
    <>
      <PageHeading title="Portfolio" />
      <Notice
        level={2}
        title="No wallet is connected"
        action={
          <span className="flex flex-wrap gap-2">
            <Button variant="primary" onClick={connect}>
              Connect wallet
            </Button>
            <ButtonLink href="/vaults">Browse vaults</ButtonLink>
          </span>
        }
      >
        Connect the account that you deposit with. This page then shows its positions, what is ready to claim, and how
        its value moves. Vaults can be read without a wallet.
      </Notice>
    </>
  );
}
