/** How a connected Safe is told from other wallets, without its code. */
export const SAFE_WALLET_TYPE = "safe";
