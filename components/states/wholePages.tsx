import type { ReactNode } from "react";
import { PageHeading } from "../layout/PageHeading";
import { ConnectPrompt } from "../portfolio/ConnectPrompt";
import { EmptyPortfolio } from "../portfolio/EmptyPortfolio";
import { PortfolioSkeleton } from "../portfolio/PortfolioSkeleton";
import { EmptyRights } from "../rights/EmptyRights";
import { ListSkeleton } from "../vault/ListSkeleton";
import { VaultSkeleton } from "../vault/VaultSkeleton";
import { SampleFailure } from "./SampleFailure";
import { SampleList } from "./SampleList";
import { SampleRights } from "./SampleRights";
import { SampleVaultPage } from "./SampleVaultPage";
import { SAMPLE_VAULTS } from "./sampleVaults";

/** Whole pages by the name in their address: every state a page can be in. */
export const WHOLE_PAGES: Readonly<Record<string, ReactNode>> = {
  ...Object.fromEntries(Object.keys(SAMPLE_VAULTS).map((name) => [name, <SampleVaultPage key={name} name={name} />])),
  "vault-loading": <VaultSkeleton />,
  "vault-unreadable": <SampleFailure />,
  "list-every-state": <SampleList />,
  "list-loading": (
    <>
      <PageHeading title="Vaults" />
      <ListSkeleton />
    </>
  ),
  "portfolio-loading": <PortfolioSkeleton />,
  "portfolio-empty": <EmptyPortfolio isOwn />,
  "portfolio-without-wallet": <ConnectPrompt />,
  "permissions-every-kind": <SampleRights />,
  "permissions-none": (
    <>
      <PageHeading title="Permissions" />
      <EmptyRights />
    </>
  ),
};
