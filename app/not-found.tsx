import type { Metadata } from "next";
import { Main } from "@/components/layout/Main";
import { TopBar } from "@/components/layout/TopBar";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { Notice } from "@/components/ui/Notice";

export const metadata: Metadata = { title: "No such page" };

export default function NotFound() {
  return (
    <>
      <TopBar />
      <Main>
        <Notice
          level={1}
          title="There is no page at this address"
          action={<ButtonLink href="/vaults">Browse vaults</ButtonLink>}
        >
          The link may be mistyped, or name a chain or a vault that this app does not know. Nothing happened to your
          funds.
        </Notice>
      </Main>
    </>
  );
}
