"use client";

import { useEffect, useState } from "react";
import { classNames } from "./classNames";
import { IconButton } from "./IconButton";

export type AddressTextProps = {
  readonly address: string;
  /** What the address is, said before it: "ETH Iron Condor vault". */
  readonly name?: string | undefined;
  /** Shows every character, for comparing with a device. */
  readonly full?: boolean | undefined;
  /** The whole address opens towards the left: for a place at the right edge. */
  readonly alignEnd?: boolean | undefined;
};

const COPIED_MS = 2_000;

/** 0x and four characters, then the last four; the whole address on hover and on focus of its copy button. */
export function AddressText({ address, name, full, alignEnd }: AddressTextProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused">();
  // The browser's timer: takes the answer away again.
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), COPIED_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  function copy() {
    navigator.clipboard.writeText(address).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  }
  return (
    <span className={classNames("address", alignEnd && "address-end")}>
      {name ? <span>{name}</span> : null}
      {full ? (
        <span className="mono break-all">{address}</span>
      ) : (
        <>
          <span className="mono whitespace-nowrap" aria-hidden="true">
            {shortAddress(address)}
          </span>
          <span className="visually-hidden">{address}</span>
          <span className="address-full" aria-hidden="true">
            {address}
          </span>
        </>
      )}
      <IconButton
        icon={outcome === "copied" ? "check" : outcome === "refused" ? "cross" : "copy"}
        label={`Copy address ${shortAddress(address)}`}
        onClick={copy}
        small
      />
      <span role="status" className="visually-hidden">
        {outcome === "copied" ? "Copied" : outcome === "refused" ? "The browser refused to copy" : ""}
      </span>
    </span>
  );
}

function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
