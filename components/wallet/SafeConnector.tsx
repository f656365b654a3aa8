"use client";

import { Banner } from "@/components/ui/Banner";
import { Button } from "@/components/ui/Button";
import { useSafeConnection } from "@/hooks/useSafeConnection";

/** Connects the Safe around this page. Says something only where that fails. */
export function SafeConnector({ origins }: { readonly origins: readonly string[] }) {
  const { hasFailed, again } = useSafeConnection(origins);
  if (!hasFailed) return null;
  return (
    <Banner
      tone="warning"
      urgent
      title="The Safe did not say who it is."
      action={
        <Button size="sm" onClick={again}>
          Try again
        </Button>
      }
    >
      You can read everything. To sign, try again, or load the Safe’s page anew.
    </Banner>
  );
}
