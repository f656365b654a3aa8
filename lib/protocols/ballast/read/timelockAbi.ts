/** OpenZeppelin's TimelockController, as far as it is read. */
export const timelockAbi = [
  {
    type: "function",
    name: "getMinDelay",
    inputs: [],
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
  },
] as const;
