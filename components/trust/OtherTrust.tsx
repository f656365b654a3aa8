"use client";

import { LeftOutChains } from "@/components/chains/LeftOutChains";
import { useChains } from "@/hooks/useChains";
import { joinedNames } from "@/lib/format/joinedNames";

/** Where the same is told for vaults of other chains, and which chains could not be set up; nothing where there is one chain alone. */
export function OtherTrust() {
  const [home, ...others] = useChains();
  return (
    <div className="mt-4 grid gap-2 empty:hidden">
      {home && others.length > 0 ? (
        <p className="text-13 text-ink-2">
          All of this is read on {home.name}. What you trust on {joinedNames(others.map(({ name }) => name))} is on the
          pages of the vaults there.
        </p>
      ) : null}
      <LeftOutChains />
    </div>
  );
}
