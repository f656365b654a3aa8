/** What no key can do, however many agree: it is not in the code. */
export const NOBODY_CAN: readonly string[] = [
  "move deposits anywhere but into the strategy’s margin and back, or to their owner",
  "change the code: no proxy, no upgrade, no self-destruct",
  "stop or delay withdrawals, cancellations and claims",
  "change a vault’s legs: which options it sells or buys, and how many of each",
  "liquidate: every option is fully backed",
  "change the terms or the price feeds of an epoch that is open",
];
