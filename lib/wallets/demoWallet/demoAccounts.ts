/** An account of the published mnemonic that the devnet prepares for people to try things with. */
export type DemoAccount = { readonly index: number; readonly name: string; readonly note: string };

/** The demo accounts by their index under the mnemonic; the first is offered first. */
export const DEMO_ACCOUNTS = [
  { index: 1, name: "Newcomer", note: "ETH, WETH, USDC and cbBTC in the wallet, nothing in a vault yet" },
  { index: 2, name: "Depositor", note: "holds shares, requests and claims in the vaults" },
] as const satisfies readonly DemoAccount[];
