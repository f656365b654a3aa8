import { amountReasonSentence } from "@/lib/format/amountReasonSentence";
import { formatUsd } from "@/lib/format/formatUsd";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import type { Vault } from "@/lib/vault/Vault";
import type { WhatIfVault } from "./useWhatIfBase";

/** What is asked: an amount of a vault more or less, as typed. */
export type WhatIfDraft = {
  /** In small letters; empty before one is chosen: the first. */
  readonly vault: string;
  readonly direction: "add" | "remove";
  readonly text: string;
};

export const NOTHING_ASKED: WhatIfDraft = { vault: "", direction: "add", text: "" };

/** The amount in dollars, below 0 when it is taken out; nothing before something is typed; or what is wrong, as a sentence. */
export type DraftAmount =
  | { readonly ok: true; readonly dollars: number }
  | { readonly ok: false; readonly error: string | undefined };

/** Beyond what is held by less than this share of it is rounding. */
const ROUNDING = 1e-6;
/** Decimals of an amount that is filled in: as many as say something of a value. */
const FILLED_DECIMALS = 6;

/** Reads a draft exactly as the deposit form reads its amount, and holds it against what is held. */
export function draftAmount({ text, direction }: WhatIfDraft, { vault, unit, heldUsd }: WhatIfVault): DraftAmount {
  const { asset } = vault;
  const amount = parseTokenAmount(text, asset.decimals);
  if (!amount.ok) {
    return { ok: false, error: amount.reason === "empty" ? undefined : amountReasonSentence(amount.reason, asset) };
  }
  if (unit === null) return { ok: false, error: "Nothing prices this vault's options now, so it cannot be weighed." };
  const dollars = tokenToNumber(amount.amount, asset.decimals) * unit.assetUsd;
  if (direction === "add") return { ok: true, dollars };
  if (heldUsd === 0) return { ok: false, error: "There are no shares of this vault to take out." };
  if (dollars > heldUsd * (1 + ROUNDING))
    return { ok: false, error: `The shares held are worth ${formatUsd(heldUsd)}. Enter at most that.` };
  return { ok: true, dollars: -Math.min(dollars, heldUsd) };
}

/** Dollars as an amount of the vault's asset that its field takes, rounded down. */
export function amountText(dollars: number, { vault, unit }: WhatIfVault): string {
  if (unit === null) return "";
  const decimals = Math.min(FILLED_DECIMALS, vault.asset.decimals);
  const scale = 10 ** decimals;
  return (Math.floor((dollars / unit.assetUsd) * scale) / scale).toFixed(decimals).replace(/\.?0+$/, "");
}

/** What is taken for granted: in which position the amount is. */
export function assumptionWords({ vault, unit }: WhatIfVault, direction: WhatIfDraft["direction"]): string {
  if (unit === null) return "";
  const state =
    unit.basis === "options"
      ? "pro rata of the open epoch's options, at today's values"
      : `plain ${vault.asset.symbol}, because the vault holds no options now`;
  return direction === "add"
    ? `Shown as if the amount were in the vault's present position: ${state}. A deposit made now waits, and joins when the next epoch opens.`
    : `Shown as if the amount had left the vault's present position: ${state}. Shares asked back now stay in it until the epoch ends. What waits or can be claimed is not touched.`;
}

/** An option of the list: the vault, and of those held that they are. */
export function vaultLabel({ vault, heldUsd }: WhatIfVault, title: (vault: Pick<Vault, "name">) => string): string {
  return heldUsd > 0 ? `${title(vault)} (held)` : title(vault);
}
