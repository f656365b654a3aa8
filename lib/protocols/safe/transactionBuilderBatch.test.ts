import { describe, expect, it } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { batchChecksum, transactionBuilderBatch } from "./transactionBuilderBatch";

/** Source: 5afe/safe-cli-nodejs, TRANSACTION_BUILDER_FORMAT_ANALYSIS.md: a file that builder 1.18.2 wrote. */
const WRITTEN = {
  version: "1.0",
  chainId: "1",
  createdAt: 1761326849944,
  meta: {
    name: "Transactions Batch",
    description: "",
    txBuilderVersion: "1.18.2",
    createdFromSafeAddress: "0xA77DE01e157f9f57C7c4A326eeE9C4874D0598b6",
    createdFromOwnerAddress: "",
    checksum: "0x8b5032f716845c8b08bab3d63dbd9ba92e056f3557793cd041e59b84e16aa989",
  },
  transactions: [
    {
      to: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48",
      value: "0",
      data: null,
      contractMethod: {
        inputs: [
          { internalType: "address", name: "spender", type: "address" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "approve",
        payable: false,
      },
      contractInputsValues: { spender: "0x474e5Ded6b5D078163BFB8F6dBa355C3aA5478C8", value: "100000000000" },
    },
  ],
};

const PLAN = {
  chainId: 1,
  account: `0x${"5a".repeat(20)}`,
  calls: [{ to: `0x${"fe".repeat(20)}`, value: 2n ** 60n, calldata: "0x095ea7b3" }],
  safeNonce: null,
} as const;

describe("batchChecksum", () => {
  it("default: a file that the builder itself wrote", () => {
    expect(batchChecksum(WRITTEN)).toBe(WRITTEN.meta.checksum);
  });

  it("behavior: the order of the fields does not matter, the order of the transactions does", () => {
    const reordered = Object.fromEntries(Object.entries(WRITTEN).reverse()) as typeof WRITTEN;
    expect(batchChecksum(reordered)).toBe(WRITTEN.meta.checksum);
    const [one] = WRITTEN.transactions;
    const two = { ...one, value: "1" };
    const swapped = [
      { ...WRITTEN, transactions: [one, two] },
      { ...WRITTEN, transactions: [two, one] },
    ];
    expect(new Set(swapped.map(batchChecksum)).size).toBe(2);
  });
});

describe("transactionBuilderBatch", () => {
  const batch = transactionBuilderBatch(PLAN, { name: "Ballast", createdAt: unixSeconds(1_795_000_000n) });

  it("default: every call with its value to the last wei, under a checksum of its own", () => {
    const read = JSON.parse(JSON.stringify(batch)) as typeof batch;
    expect(read.transactions).toEqual([
      {
        to: "0xfefeFEFeFEFEFEFEFeFefefefefeFEfEfefefEfe",
        value: "1152921504606846976",
        data: "0x095ea7b3",
        contractMethod: null,
        contractInputsValues: null,
      },
    ]);
    expect(read).toMatchObject({ version: "1.0", chainId: "1", createdAt: 1_795_000_000_000 });
    expect(read.meta.checksum).toBe(batchChecksum(read));
  });

  it("error: a changed amount no longer fits the checksum", () => {
    const changed = { ...batch, transactions: batch.transactions.map((one) => ({ ...one, value: "1" })) };
    expect(batchChecksum(changed)).not.toBe(batch.meta.checksum);
  });
});
