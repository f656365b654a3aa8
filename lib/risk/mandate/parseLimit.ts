/** A limit as a share, none where the field is empty, or why the text is none. */
export type ParsedLimit =
  | { readonly ok: true; readonly share: number | undefined }
  | { readonly ok: false; readonly reason: "notANumber" | "over100" };

/** Whole percent and at most two decimals, with or without the sign: no other text is a limit. */
const PERCENT = /^(\d{1,3}(?:\.\d{1,2})?)%?$/;

/** Reads what was typed in percent: `30` is 0.3. */
export function parseLimit(text: string): ParsedLimit {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: true, share: undefined };
  const [, digits] = PERCENT.exec(trimmed) ?? [];
  if (digits === undefined) return { ok: false, reason: "notANumber" };
  const percent = Number(digits);
  return percent > 100 ? { ok: false, reason: "over100" } : { ok: true, share: percent / 100 };
}

/** A share as the field takes it back. */
export function limitText(share: number | undefined): string {
  return share === undefined ? "" : String(Number((share * 100).toFixed(2)));
}
