import { Main } from "@/components/layout/Main";
import { Notice } from "@/components/ui/Notice";
import type { ConfigurationError } from "@/lib/errors/configurationErrors";

/** The server does not know where Ballast lives: says what is wrong with which file. */
export function NotConfigured({ failure }: { readonly failure: ConfigurationError }) {
  return (
    <Main>
      <Notice title="This server is not configured" failure>
        {failure.source}: {failure.faults.join(" ")} Start a local chain with npm run devnet, or name a deployment in
        BALLAST_DEPLOYMENT.
      </Notice>
    </Main>
  );
}
