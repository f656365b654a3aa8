/**
 * What is used of Multicall3 (deployed at one address on most chains): many calls in one, and what block and chain
 * they were made on.
 */
export const multicall3Abi = [
  {
    type: "function",
    name: "aggregate3",
    inputs: [
      {
        type: "tuple[]",
        name: "calls",
        components: [
          { type: "address", name: "target" },
          { type: "bool", name: "allowFailure" },
          { type: "bytes", name: "callData" },
        ],
      },
    ],
    outputs: [
      {
        type: "tuple[]",
        name: "returnData",
        components: [
          { type: "bool", name: "success" },
          { type: "bytes", name: "returnData" },
        ],
      },
    ],
    stateMutability: "payable",
  },
  {
    type: "function",
    name: "getBlockNumber",
    inputs: [],
    outputs: [{ type: "uint256", name: "" }],
    stateMutability: "view",
  },
  {
    type: "function",
    name: "getCurrentBlockTimestamp",
    inputs: [],
    outputs: [{ type: "uint256", name: "" }],
    stateMutability: "view",
  },
  {
    type: "function",
    name: "getChainId",
    inputs: [],
    outputs: [{ type: "uint256", name: "" }],
    stateMutability: "view",
  },
  {
    type: "function",
    name: "getEthBalance",
    inputs: [{ type: "address", name: "addr" }],
    outputs: [{ type: "uint256", name: "balance" }],
    stateMutability: "view",
  },
] as const;
