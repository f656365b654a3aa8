import type { ReactNode } from "react";
import { PageHeading } from "@/components/layout/PageHeading";
import { Notice } from "@/components/ui/Notice";
import { BUILD_LEAD, BUILD_TITLE } from "./buildTexts";

/** The page where there is nothing to build with, and why. */
export function BuildEmpty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <PageHeading title={BUILD_TITLE} lead={BUILD_LEAD} />
      <Notice level={2} title={title}>
        {children}
      </Notice>
    </>
  );
}
