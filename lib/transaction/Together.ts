/** Who carries out several calls together or not at all: the wallet by itself (EIP-5792), or a Safe once its owners have signed. */
export type Together = "wallet" | "safe";
