"use client";

import { lazy, useState } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { PageHeading } from "@/components/layout/PageHeading";
import { Field } from "@/components/ui/Field";
import { useWallet } from "@/hooks/useWallet";
import { parseAddress } from "@/lib/vault/parseAddress";
import { RightsPrompt } from "./RightsPrompt";
import { RightsSkeleton } from "./RightsSkeleton";

/** Who looks is only known in the browser, so the server has nothing of it to send. */
const LiveRights = lazy(() => import("./LiveRights").then((module) => ({ default: module.LiveRights })));

/** Who may take what of the connected account, or of any address that is typed. */
export function RightsView() {
  const { account, status } = useWallet();
  const [text, setText] = useState("");
  const typed = parseAddress(text);
  const isTyping = text.trim() !== "";
  const shown = isTyping ? typed : account;
  const isOwn = account !== undefined && shown?.toLowerCase() === account.toLowerCase();
  return (
    <>
      <PageHeading
        title="Permissions"
        lead="Every allowance and operator that an address has given over Ballast’s contracts, how far each reaches, and a way to end it."
      />
      <div className="max-w-xl">
        <Field
          label="Look at another address"
          value={text}
          onChange={setText}
          placeholder="0x…"
          error={
            isTyping && typed === null ? "An address is 0x and 40 digits from 0 to f. Paste all of it." : undefined
          }
          hint="Reading needs no wallet."
        />
      </div>
      {shown ? (
        <BrowserPart place={<RightsSkeleton />}>
          <LiveRights key={shown} account={shown} isOwn={isOwn} />
        </BrowserPart>
      ) : isTyping ? null : status === "disconnected" ? (
        <RightsPrompt />
      ) : (
        <RightsSkeleton />
      )}
    </>
  );
}
