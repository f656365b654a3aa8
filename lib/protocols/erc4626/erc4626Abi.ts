/** What is used of ERC-4626. Its `redeem` is also our own vaults' by its bytes, but pays at once. */
export const erc4626Abi = [
  view("asset", [], "address"),
  view("totalAssets", [], "uint256"),
  view("totalSupply", [], "uint256"),
  view("convertToAssets", [{ name: "shares", type: "uint256" }], "uint256"),
  view("previewDeposit", [{ name: "assets", type: "uint256" }], "uint256"),
  view("previewRedeem", [{ name: "shares", type: "uint256" }], "uint256"),
  view("maxDeposit", [{ name: "receiver", type: "address" }], "uint256"),
  view("maxWithdraw", [{ name: "owner", type: "address" }], "uint256"),
  view("maxRedeem", [{ name: "owner", type: "address" }], "uint256"),
  view("balanceOf", [{ name: "account", type: "address" }], "uint256"),
  {
    type: "function",
    name: "deposit",
    inputs: [
      { name: "assets", type: "uint256" },
      { name: "receiver", type: "address" },
    ],
    outputs: [{ name: "shares", type: "uint256" }],
    stateMutability: "nonpayable",
  },
  {
    type: "function",
    name: "redeem",
    inputs: [
      { name: "shares", type: "uint256" },
      { name: "receiver", type: "address" },
      { name: "owner", type: "address" },
    ],
    outputs: [{ name: "assets", type: "uint256" }],
    stateMutability: "nonpayable",
  },
] as const;

type Input = { readonly name: string; readonly type: "uint256" | "address" };

function view<const Name extends string, const Inputs extends readonly Input[], const Output extends string>(
  name: Name,
  inputs: Inputs,
  output: Output,
) {
  return { type: "function", name, inputs, outputs: [{ name: "", type: output }], stateMutability: "view" } as const;
}
