"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";

const Services = lazy(() => import("./Services").then((module) => ({ default: module.Services })));

/** What runs once in the app, in the browser. Draws nothing, so its code comes after what does. */
export function AppServices() {
  return (
    <BrowserPart>
      <Services />
    </BrowserPart>
  );
}
