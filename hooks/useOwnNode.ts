"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { parseNodeAddress } from "@/lib/chain/trial/parseNodeAddress";
import { trialQueries } from "@/lib/queries/trialQueries";
import type { NodeAddressFault, NodeTrial } from "@/lib/transaction/NodeTrial";
import { endTrial, keepNode, type NotKept, permitTrial, triedNode } from "./nodePermission";
import { type NodeUse, type OwnNode, ownNode } from "./ownNode";
import { useChainSource } from "./useChainSource";

/** What the server knows of this page for a chain: which nodes it is set up with, and which origins of the person's own its policy names. */
export type NodePolicy = { readonly configuredUrls: readonly string[]; readonly ownOrigins: readonly string[] };

/** A node of one's own: the one kept, the one being tried, and what a person can do. */
export type OwnNodeChoice = {
  readonly kept: (OwnNode & { readonly isReachable: boolean }) | null;
  /** Null while none is tried. `isPermitted` false: this page may not reach it, though it was loaded to. */
  readonly tried: {
    readonly url: string;
    readonly isPermitted: boolean;
    readonly trial: NodeTrial | undefined;
    readonly isTrying: boolean;
  } | null;
  readonly problem: NotKept | null;
  readonly isBusy: boolean;
  /** Looks at what was typed; what is no address is told and goes no further. */
  readonly propose: (text: string) => NodeAddressFault | null;
  readonly take: (use: NodeUse) => void;
  readonly drop: () => void;
  readonly tryAgain: () => void;
  readonly forget: () => void;
};

/**
 * Which node of one's own does this browser use? Only in the browser. A page reaches a new origin only once it is loaded anew with the
 * server's word for it, so proposing one, taking it and forgetting it load the page.
 */
export function useOwnNode({ configuredUrls, ownOrigins }: NodePolicy): OwnNodeChoice {
  const { deployment } = useChainSource();
  const { chainId } = deployment;
  const [kept] = useState(() => ownNode(chainId));
  const [url, setUrl] = useState(() => triedNode(chainId));
  const [problem, setProblem] = useState<NotKept | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const reaches = (node: string) => isReached(node, [...configuredUrls, ...ownOrigins]);
  const isPermitted = url !== null && reaches(url);
  const configured = { ...deployment, rpcUrls: configuredUrls };
  const { data, isFetching, refetch } = useQuery(trialQueries.node(configured, isPermitted ? url : null));
  const loadAfter = async (change: Promise<NotKept | null>) => {
    setIsBusy(true);
    const failed = await change;
    setProblem(failed);
    setIsBusy(false);
    if (failed === null) location.reload();
  };
  return {
    kept: kept && { ...kept, isReachable: reaches(kept.url) },
    tried: url === null ? null : { url, isPermitted, trial: data, isTrying: isFetching },
    problem,
    isBusy,
    propose: (text) => {
      const parsed = parseNodeAddress(text);
      if (!parsed.ok) return parsed.reason;
      if (reaches(parsed.url)) setUrl(parsed.url);
      else void loadAfter(permitTrial(chainId, parsed.url));
      return null;
    },
    take: (use) => {
      if (url !== null) void loadAfter(keepNode(chainId, { use, url }));
    },
    drop: () => {
      setUrl(null);
      void endTrial();
    },
    tryAgain: () => void refetch(),
    forget: () => void loadAfter(keepNode(chainId, null)),
  };
}

function isReached(node: string, known: readonly string[]): boolean {
  return URL.canParse(node) && known.some((one) => URL.canParse(one) && new URL(one).origin === new URL(node).origin);
}
