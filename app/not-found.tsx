import type { Metadata } from "next";
import { Main } from "@/components/layout/Main";
import { PlainTopBar } from "@/components/layout/PlainTopBar";
import { buttonClass } from "@/components/ui/buttonClass";
import { Notice } from "@/components/ui/Notice";

export const metadata: Metadata = { title: "No such page" };

export default function NotFound() {
  return (
    <>
      <PlainTopBar />
      <Main>
        <Notice
          level={1}
          title="There is no page at this address"
          action={
            <a className={buttonClass("secondary", "md")} href="/vaults">
              Browse vaults
            </a>
          }
        >
          The link may be mistyped, or name a chain or a vault that this app does not know. Nothing happened to your
          funds.
        </Notice>
      </Main>
    </>
  );
}
