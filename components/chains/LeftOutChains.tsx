"use client";

import { useChainSources } from "@/hooks/useChainSource";

/** Chains whose file the server could not use: which, and why. Nothing where every file was good. */
export function LeftOutChains() {
  const { refusals } = useChainSources();
  if (refusals.length === 0) return null;
  return (
    <ul aria-label="Chains that are left out" className="grid gap-1">
      {refusals.map(({ file, faults }) => (
        <li key={file} className="text-13 text-warning">
          A chain is left out: its file {file} cannot be used. {faults.join(" ")}
        </li>
      ))}
    </ul>
  );
}
