"use client";

import { lazy, useState } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { PageHeading } from "@/components/layout/PageHeading";
import { Section } from "@/components/layout/Section";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { SkeletonRows } from "@/components/ui/SkeletonRows";
import { useConnect } from "@/hooks/useConnect";
import type { NodePolicy } from "@/hooks/useOwnNode";
import { useWallet } from "@/hooks/useWallet";
import { parseAddress } from "@/lib/vault/parseAddress";

const LiveExit = lazy(() => import("./LiveExit").then((module) => ({ default: module.LiveExit })));
const OwnNodePart = lazy(() =>
  import("@/components/settings/OwnNodePart").then((module) => ({ default: module.OwnNodePart })),
);

/** What an address holds, and the way out, with one node and nothing else. */
export function ExitView({ policy }: { readonly policy: NodePolicy }) {
  const { account, status } = useWallet();
  const { connect } = useConnect();
  const [text, setText] = useState("");
  const isTyping = text.trim() !== "";
  const shown = isTyping ? parseAddress(text) : account;
  const isOwn = account !== undefined && shown?.toLowerCase() === account.toLowerCase();
  return (
    <>
      <PageHeading
        title="Exit only"
        lead="What an address holds in the vaults, and each step out. It needs one RPC node: no prices, no market, no keeper, and nothing that the app’s server reads."
      />
      <div className="grid max-w-xl gap-3">
        <Field
          label="Address"
          value={text}
          onChange={setText}
          placeholder={account ?? "0x…"}
          error={
            isTyping && shown === null ? "An address is 0x and 40 digits from 0 to f. Paste all of it." : undefined
          }
          hint="Left empty, it is the connected wallet’s. Looking needs no wallet."
        />
        {status === "disconnected" ? (
          <span>
            <Button onClick={connect}>Connect wallet</Button>
          </span>
        ) : null}
      </div>
      {shown ? (
        <BrowserPart place={<SkeletonRows count={3} label="Reading what the address holds" />}>
          <LiveExit key={shown} account={shown} isOwn={isOwn} isConnected={account !== undefined} />
        </BrowserPart>
      ) : null}
      <Section title="RPC node" aside="The one thing this page needs">
        <BrowserPart place={<SkeletonRows count={1} label="Reading which node is used" />}>
          <OwnNodePart policy={policy} isForExit />
        </BrowserPart>
      </Section>
    </>
  );
}
