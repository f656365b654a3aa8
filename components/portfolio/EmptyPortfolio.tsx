import { PageHeading } from "@/components/layout/PageHeading";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { Notice } from "@/components/ui/Notice";

/** There is nothing in any vault: why the page is empty, and one way on. */
export function EmptyPortfolio({ isOwn }: { readonly isOwn: boolean }) {
  return (
    <>
      {isOwn ? <PageHeading title="Portfolio" /> : null}
      <Notice
        level={2}
        title="No positions yet"
        action={
          <ButtonLink href="/vaults" variant="primary">
            Browse vaults
          </ButtonLink>
        }
      >
        {isOwn
          ? "Once you deposit, this page shows what you hold, what it earned and what could go wrong. A request you have sent but not claimed also appears here."
          : "Nothing is held in any vault that this app lists, and no request waits. Check that the address is complete and of a chain that this app reads."}
      </Notice>
    </>
  );
}
