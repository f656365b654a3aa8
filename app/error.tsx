"use client";

import { Main } from "@/components/layout/Main";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";

export type RouteErrorProps = { readonly error: Error & { readonly digest?: string } };

/** Loads the page anew: code that did not come (a tab older than the app's last version) comes by no other way. */
export default function RouteError({ error }: RouteErrorProps) {
  return (
    <Main>
      <Notice
        level={1}
        failure
        title="This page could not be shown"
        action={
          <Button icon="reset" onClick={() => window.location.reload()}>
            Reload the page
          </Button>
        }
      >
        The app met a state that it does not handle. Your funds are not affected: they are in the contracts, not in this
        page. {error.digest ? `Reference ${error.digest}.` : error.message}
      </Notice>
    </Main>
  );
}
