"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/Banner";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { type NodePolicy, useOwnNode } from "@/hooks/useOwnNode";
import { describeNodeAddress } from "@/lib/format/describeNodeTrial";
import { KeptNode } from "./KeptNode";
import { TriedNode } from "./TriedNode";

type Props = {
  readonly policy: NodePolicy;
  /** To leave the vaults no logs are needed: a node without them is taken too. The field begins with the node that is used now. */
  readonly isForExit?: boolean | undefined;
};

const PROBLEMS = {
  storage:
    "This browser keeps nothing for this site, so it cannot keep a node either. Allow storage for it, or leave the private window.",
  server: "The app’s server did not answer, so no page may reach the node. Nothing was changed. Try again.",
} as const;

/** The node that this browser uses, the field for another, and what trying it found. */
export function OwnNodePart({ policy, isForExit = false }: Props) {
  const choice = useOwnNode(policy);
  const { kept, tried, problem, isBusy, propose } = choice;
  const [text, setText] = useState(tried?.url ?? (isForExit ? (kept?.url ?? policy.configuredUrls[0] ?? "") : ""));
  const [error, setError] = useState<string>();
  const submit = () => {
    const fault = propose(text);
    setError(fault === null ? undefined : describeNodeAddress(fault));
  };
  return (
    <div className="grid max-w-prose gap-4">
      {kept ? <KeptNode kept={kept} onForget={choice.forget} onAgain={() => void propose(kept.url)} /> : null}
      <form
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label={kept ? "Address of another node" : "Address of your RPC node"}
          value={text}
          onChange={setText}
          placeholder="https://rpc.example/your-key"
          error={error}
          hint="It stays in this browser. The page is loaded anew to try it: only then may it reach that host, and the app’s server is told the host in a cookie, never the path or key."
        />
        <span>
          <Button type="submit" busy={isBusy ? "Loading" : undefined}>
            Try this node
          </Button>
        </span>
      </form>
      {problem ? (
        <Banner tone="loss" title="The node was not taken." urgent>
          {PROBLEMS[problem]}
        </Banner>
      ) : null}
      {tried ? (
        <TriedNode
          key={tried.url}
          tried={tried}
          configured={policy.configuredUrls.length}
          takesWithoutLogs={isForExit}
          choice={choice}
        />
      ) : null}
    </div>
  );
}
