"use client";

import { Notice } from "@/components/ui/Notice";
import { LaterReadFailure } from "@/components/vault/LaterReadFailure";
import { useLastFailure } from "@/components/vault/useLastFailure";
import { useChainName } from "@/hooks/useChainName";
import { type ListedOutcome, useListed } from "@/hooks/useListed";
import { useWallet } from "@/hooks/useWallet";
import { errorMessage } from "@/lib/format/errorMessage";
import type { Address } from "@/lib/vault/Token";
import { listedVaultOf } from "./listedVaults";
import { YieldSkeleton } from "./YieldSkeleton";
import { YieldVaultView } from "./YieldVaultView";

type Props = { readonly address: Address; readonly name: string | undefined };

/** One vault of another protocol at the newest block, with what the connected account has there. */
export function YieldVaultPage({ address, name }: Props) {
  const { account, appChainName } = useWallet();
  const { outcomes, error } = useListed(account ? [account] : []);
  const failure = useLastFailure(error, outcomes !== undefined);
  const found = outcomes && listedVaultOf(outcomes, address);
  if (found === undefined) {
    if (outcomes !== undefined) return <NotRead outcomes={outcomes} />;
    return failure ? <LaterReadFailure error={failure} level={1} /> : <YieldSkeleton name={name} />;
  }
  return (
    <>
      {failure ? <LaterReadFailure error={failure} readAt={found.vault.blockTimestamp} /> : null}
      <YieldVaultView {...found} chainName={appChainName} />
    </>
  );
}

/** The vault is in none of the answers: an entry that could not be read may have it. */
function NotRead({ outcomes }: { readonly outcomes: readonly ListedOutcome[] }) {
  const chainName = useChainName();
  const sentences = outcomes.flatMap((outcome) => (outcome.ok ? [] : [errorMessage(outcome.failure, chainName).what]));
  return (
    <Notice title="This vault cannot be read now" level={1} failure>
      {sentences.length > 0 ? sentences.join(" ") : "Its protocol does not list it any more."} Do not send anything to
      its address.
    </Notice>
  );
}
