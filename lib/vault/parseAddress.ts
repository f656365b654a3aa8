import type { Address } from "./Token";

/** An address that somebody typed or pasted; spaces around it do not matter. Null for anything else. Checksums are not looked at. */
export function parseAddress(text: string): Address | null {
  const trimmed = text.trim();
  return /^0x[\da-fA-F]{40}$/.test(trimmed) ? (trimmed as Address) : null;
}
