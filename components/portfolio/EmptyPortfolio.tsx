import { PageHeading } from "@/components/layout/PageHeading";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { Notice } from "@/components/ui/Notice";

/** The account has nothing in any vault: why the page is empty, and one way on. */
export function EmptyPortfolio() {
  return (
    <>
      <PageHeading title="Portfolio" />
      <Notice
        level={2}
        title="No positions yet"
        action={
          <ButtonLink href="/vaults" variant="primary">
            Browse vaults
          </ButtonLink>
        }
      >
        Once you deposit, this page shows what you hold, what it earned and what could go wrong. A request you have sent
        but not claimed also appears here.
      </Notice>
    </>
  );
}
