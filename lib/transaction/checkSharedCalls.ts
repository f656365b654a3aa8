import { APPROVE_SELECTOR, ENDING_CALLS, PLANNED_CALLS, REVOKING_CALLS } from "./allowedCalls";
import type { BareCall } from "./Call";
import { addressOfWord } from "./calldataWords";
import { checkCall, isSameAddress, isSpender, type KnownContracts, type ReadCall, takesFor } from "./checkCall";
import { takenAmounts } from "./takenAmounts";
import type { Violation } from "./Violation";

/** What one call breaks, and what its bytes say where they could be read. */
export type CheckedCall = {
  readonly call: BareCall;
  readonly violations: readonly Violation[];
  readonly read: ReadCall | null;
};

/**
 * Calls whose maker is not known against the rules for our own plans, call by call: functions of the closed list, the
 * account as receiver and controller, approvals to the router alone and for exactly what the last call takes, one act at the
 * end. Taking a right away, or ending an epoch, must be the only call.
 */
export function checkSharedCalls(calls: readonly BareCall[], known: KnownContracts): readonly CheckedCall[] {
  if (calls.length === 1) {
    const alone = calls.map((call) => ({ call, ...checkCall(call, known, [...REVOKING_CALLS, ...ENDING_CALLS]) }));
    if (alone.every(({ violations }) => violations.length === 0)) return alone;
  }
  const checked = calls.map((call) => ({ call, ...checkCall(call, known, PLANNED_CALLS) }));
  const taken = checked.flatMap(({ call, read }) =>
    read === null || isApproval(read) ? [] : takenAmounts(call, read),
  );
  return checked.map((one, index) => {
    if (one.read === null) return one;
    const isLast = index === checked.length - 1;
    const order: readonly Violation[] = isApproval(one.read) === isLast ? [{ kind: "badSteps" }] : [];
    const approved = [
      ...approvedAmount(one.call, one.read, taken),
      ...approvedTaker(one.call, one.read, { last: calls.at(-1), known }),
    ];
    return { ...one, violations: [...one.violations, ...order, ...approved] };
  });
}

function isApproval({ rule }: ReadCall): boolean {
  return rule.selector === APPROVE_SELECTOR;
}

/** A known spender that is not called in the end. Of an unknown one the call's own rules have told. */
function approvedTaker(
  { to }: BareCall,
  read: ReadCall,
  { last, known }: { readonly last: BareCall | undefined; readonly known: KnownContracts },
): readonly Violation[] {
  const [spender = 0n, amount = 0n] = read.words;
  if (!isApproval(read) || amount === 0n || !isSpender(spender, to, known)) return [];
  if (takesFor(spender, last?.to, known)) return [];
  return [{ kind: "unknownSpender", token: to, spender: addressOfWord(spender) }];
}

/** An approval of nothing resets; any other is for exactly what is taken. */
function approvedAmount(
  { to }: BareCall,
  read: ReadCall,
  taken: ReturnType<typeof takenAmounts>,
): readonly Violation[] {
  const found = read.words[1] ?? 0n;
  if (!isApproval(read) || found === 0n) return [];
  const own = taken.filter(({ token }) => token !== "native" && isSameAddress(token, to));
  const expected = own.reduce((sum, { amount }) => sum + amount, 0n);
  return found === expected ? [] : [{ kind: "amountNotExact", token: to, found, expected }];
}
