import fc from "fast-check";
import { expect, test } from "vitest";
import { type ShownTransaction, type SignedTransaction, signedDifferences } from "./signedDifferences";

const ACCOUNT = `0x${"a1".repeat(20)}` as const;
const TARGET = `0x${"b2".repeat(20)}` as const;
const SHOWN: ShownTransaction = {
  account: ACCOUNT,
  chainId: 31_337,
  nonce: 7,
  call: { to: TARGET, value: 5n, calldata: "0x1234abcd" },
};
const SIGNED: SignedTransaction = {
  signer: ACCOUNT,
  chainId: 31_337,
  nonce: 7,
  to: TARGET,
  value: 5n,
  data: "0x1234abcd",
  authorisations: 0,
};

test("default: the same transaction, however its letters are written", () => {
  const upper = { signer: ACCOUNT.toUpperCase().replace("0X", "0x") as typeof ACCOUNT, data: "0x1234ABCD" as const };
  expect(signedDifferences(SHOWN, SIGNED)).toEqual([]);
  expect(signedDifferences(SHOWN, { ...SIGNED, ...upper })).toEqual([]);
});

test.each<readonly [string, Partial<SignedTransaction>, string, string]>([
  ["signer", { signer: TARGET }, ACCOUNT, TARGET],
  ["chainId", { chainId: 1 }, "31337", "1"],
  ["chainId", { chainId: null }, "31337", "any"],
  ["nonce", { nonce: 8 }, "7", "8"],
  ["to", { to: ACCOUNT }, TARGET, ACCOUNT],
  ["to", { to: null }, TARGET, "a new contract"],
  ["value", { value: 6n }, "5", "6"],
  ["data", { data: "0x1234abce" }, "0x1234abcd", "0x1234abce"],
  ["data", { data: "0x1234abcd00" }, "0x1234abcd", "0x1234abcd00"],
  ["authorisations", { authorisations: 1 }, "0", "1"],
])("error: another %s, case %#", (field, change, shown, signed) => {
  expect(signedDifferences(SHOWN, { ...SIGNED, ...change })).toEqual([{ field, shown, signed }]);
});

test("behavior: as many differences as fields were changed", () => {
  const changes: readonly Partial<SignedTransaction>[] = [
    { signer: TARGET },
    { chainId: 1 },
    { nonce: 0 },
    { to: ACCOUNT },
    { value: 0n },
    { data: "0x" },
    { authorisations: 2 },
  ];
  fc.assert(
    fc.property(fc.subarray([...changes]), (chosen) => {
      const signed = Object.assign({}, SIGNED, ...chosen) as SignedTransaction;
      expect(signedDifferences(SHOWN, signed)).toHaveLength(chosen.length);
    }),
  );
});
