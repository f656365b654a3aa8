/** Major, minor, patch. */
export type SafeVersion = readonly [number, number, number];

/** `VERSION()` of a Safe ("1.3.0", "1.4.1+L2") as numbers; null for any other text. */
export function safeVersion(text: string): SafeVersion | null {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})(\+L2)?$/.exec(text);
  return found === null ? null : [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** Is `version` the same as `other` or newer? */
export function isAtLeast(version: SafeVersion, other: SafeVersion): boolean {
  for (const [index, part] of version.entries()) {
    const limit = other[index] ?? 0;
    if (part !== limit) return part > limit;
  }
  return true;
}
