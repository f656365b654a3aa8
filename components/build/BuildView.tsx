"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { PageHeading } from "@/components/layout/PageHeading";
import { BuildSkeleton } from "./BuildSkeleton";
import { BUILD_LEAD, BUILD_TITLE } from "./buildTexts";

const BuildScreen = lazy(() => import("./BuildScreen").then((module) => ({ default: module.BuildScreen })));

/** The builder. Which strikes are listed comes with the market's quotes, which only the browser asks for: the server draws its heading and its place. */
export function BuildView() {
  return (
    <BrowserPart
      place={
        <>
          <PageHeading title={BUILD_TITLE} lead={BUILD_LEAD} />
          <BuildSkeleton />
        </>
      }
    >
      <BuildScreen />
    </BrowserPart>
  );
}
