"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import type { Address } from "@/lib/vault/Token";
import { YieldSkeleton } from "./YieldSkeleton";

const YieldVaultPage = lazy(() => import("./YieldVaultPage").then((module) => ({ default: module.YieldVaultPage })));

type Props = {
  readonly address: Address;
  /** What it is called, as the server read it; undefined where it did not answer. */
  readonly name: string | undefined;
};

/** The page of a vault of another protocol; nothing of it is in the code of our own vaults’ pages. */
export function YieldVaultPart({ address, name }: Props) {
  return (
    <BrowserPart place={<YieldSkeleton name={name} />}>
      <YieldVaultPage address={address} name={name} />
    </BrowserPart>
  );
}
