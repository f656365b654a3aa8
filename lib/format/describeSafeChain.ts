/** A Safe lives on one chain. */
export function describeSafeChain(found: string, needed: string): string {
  return `This Safe is on ${found}; these vaults are on ${needed}. Open Ballast from a Safe on ${needed}: nothing can be signed from this one.`;
}
