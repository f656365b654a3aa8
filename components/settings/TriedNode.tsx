"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/Banner";
import { Button } from "@/components/ui/Button";
import { ChoiceCards } from "@/components/ui/ChoiceCards";
import type { NodeUse } from "@/hooks/ownNode";
import type { OwnNodeChoice } from "@/hooks/useOwnNode";
import { hostOf } from "./hostOf";
import { NodeFindings } from "./NodeFindings";
import { nodeUses } from "./nodeUses";

type Props = {
  readonly tried: NonNullable<OwnNodeChoice["tried"]>;
  /** How many nodes the app is set up with. */
  readonly configured: number;
  readonly takesWithoutLogs: boolean;
  readonly choice: Pick<OwnNodeChoice, "take" | "drop" | "tryAgain" | "isBusy">;
};

/** What trying a node found, and what it is to be used for where it passed. */
export function TriedNode({ tried, configured, takesWithoutLogs, choice }: Props) {
  const [use, setUse] = useState<NodeUse>(takesWithoutLogs ? "alone" : "first");
  const { trial, isTrying, isPermitted, url } = tried;
  const host = hostOf(url);
  if (!isPermitted) {
    return (
      <Banner
        tone="loss"
        title={`This page may not reach ${host}.`}
        action={<Button onClick={choice.drop}>Leave it</Button>}
      >
        It was loaded to try the node, but the browser did not keep the cookie that allows it. Allow cookies for this
        site.
      </Banner>
    );
  }
  const isFit = trial?.fitness === "whole" || (takesWithoutLogs && trial?.fitness === "withoutLogs");
  return (
    <section aria-label={`Trial of ${host}`} className="grid gap-4">
      <NodeFindings host={host} trial={isTrying ? undefined : trial} />
      {isFit && !isTrying ? (
        <ChoiceCards label="How it is used" options={nodeUses(configured)} value={use} onChange={setUse} />
      ) : null}
      <span className="flex flex-wrap gap-2">
        {isFit && !isTrying ? (
          <Button variant="primary" onClick={() => choice.take(use)} busy={choice.isBusy ? "Loading" : undefined}>
            Use this node
          </Button>
        ) : null}
        <Button onClick={choice.tryAgain} busy={isTrying ? "Trying" : undefined}>
          Try again
        </Button>
        <Button onClick={choice.drop}>Leave it</Button>
      </span>
    </section>
  );
}
