"use client";

import { classNames } from "./classNames";
import { IconButton } from "./IconButton";
import { COPIED_WORDS, useCopied } from "./useCopied";

export type AddressTextProps = {
  readonly address: string;
  /** What the address is, said before it: "ETH Iron Condor vault". */
  readonly name?: string | undefined;
  /** Shows every character, for comparing with a device. */
  readonly full?: boolean | undefined;
  /** The whole address opens towards the left: for a place at the right edge. */
  readonly alignEnd?: boolean | undefined;
};

/** 0x and four characters, then the last four; the whole address on hover and on focus of its copy button. */
export function AddressText({ address, name, full, alignEnd }: AddressTextProps) {
  const { outcome, copy } = useCopied();
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
        onClick={() => copy(address)}
        small
      />
      <span role="status" className="visually-hidden">
        {outcome ? COPIED_WORDS[outcome] : ""}
      </span>
    </span>
  );
}

function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
