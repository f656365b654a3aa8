import { vaultHref } from "@/components/vault/vaultHref";
import type { Vault } from "@/lib/vault/Vault";

/** What a link asks of a vault's forms: which one, and what to write into its amount. Nothing of it is believed: the form reads the text as if it were typed. */
export type AskedForm =
  | { readonly form: "deposit"; readonly text: string }
  | { readonly form: "withdraw"; readonly text: "" };

const DEPOSIT = "#deposit=";
const WITHDRAW = "#withdraw";
/** Longer than any amount that the field takes, so that it can say so; the rest is not read. */
const LONGEST_TEXT = 120;

/** Where a vault's deposit form begins with an amount, or its withdrawal is open. Behind `#`, so that it is sent to nobody. */
export function askedHref(vault: Pick<Vault, "chainId" | "address">, asked: AskedForm): string {
  const fragment = asked.form === "deposit" ? `${DEPOSIT}${encodeURIComponent(asked.text)}` : WITHDRAW;
  return `${vaultHref(vault)}${fragment}`;
}

/** What a fragment asks for; null where it asks for nothing, or for something that nobody can read. */
export function askedForm(fragment: string | null): AskedForm | null {
  if (fragment === WITHDRAW) return { form: "withdraw", text: "" };
  if (fragment === null || !fragment.startsWith(DEPOSIT)) return null;
  try {
    return { form: "deposit", text: decodeURIComponent(fragment.slice(DEPOSIT.length)).slice(0, LONGEST_TEXT) };
  } catch {
    return null;
  }
}
