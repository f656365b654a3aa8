import type { Hex } from "viem";
import type { Falsifier } from "../falsify";
import type { End, Field, Lie, Origin, Patch } from "./meddling";

/** One thing that is otherwise than shown, and how it must end. */
export type Mutant = {
  readonly origin: Origin;
  readonly field: Field;
  readonly what: string;
  /** The deposit goes by an approval before it; otherwise by a permit. */
  readonly prefersApproval: boolean;
  readonly end: End;
  readonly lie?: Lie;
  readonly patch?: Patch;
  readonly falsifier?: Falsifier;
};

/** The largest word. */
export const MOST = "f".repeat(64);
/** Is it an approval, by its first bytes? */
export const isApproval = ({ data }: { readonly data: Hex }) => data.startsWith("0x095ea7b3");

/** The bytes with one word after the selector changed. */
export function withWord(data: Hex, index: number, word: string): Hex {
  const at = 10 + 64 * index;
  return `0x${data.slice(2, at)}${word.replace("0x", "").padStart(64, "0")}${data.slice(at + 64)}`;
}

/** Another last digit. */
export const otherLastDigit = (data: Hex) => `${data.slice(0, -1)}${data.endsWith("1") ? "0" : "1"}` as Hex;

/** A deposit by permit whose signature is thrown away. */
export const permitted = { prefersApproval: false, end: "signedOther" } as const;
/** A deposit by approval that is reported once sent. */
export const approved = { prefersApproval: true, end: "sentOther" } as const;

/** Is this transaction the one that is meant? */
export const isMeant = (step: "approval" | "act", asked: { readonly data: Hex }) =>
  isApproval(asked) === (step === "approval");
