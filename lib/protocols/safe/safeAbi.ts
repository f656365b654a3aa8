/** A Safe, as far as it is read. `_nonce` is named as in its contract. */
export const safeAbi = [
  view("VERSION", "string"),
  view("nonce", "uint256"),
  view("getThreshold", "uint256"),
  view("getOwners", "address[]"),
  view("domainSeparator", "bytes32"),
  {
    type: "function",
    name: "getTransactionHash",
    inputs: [
      { name: "to", type: "address" },
      { name: "value", type: "uint256" },
      { name: "data", type: "bytes" },
      { name: "operation", type: "uint8" },
      { name: "safeTxGas", type: "uint256" },
      { name: "baseGas", type: "uint256" },
      { name: "gasPrice", type: "uint256" },
      { name: "gasToken", type: "address" },
      { name: "refundReceiver", type: "address" },
      { name: "_nonce", type: "uint256" },
    ],
    outputs: [{ name: "", type: "bytes32" }],
    stateMutability: "view",
  },
] as const;

function view<const Name extends string, const Type extends string>(name: Name, type: Type) {
  return { type: "function", name, inputs: [], outputs: [{ name: "", type }], stateMutability: "view" } as const;
}
