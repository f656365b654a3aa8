import { switchChain } from "wagmi/actions";

/** What is asked of a wallet outside a transaction: loaded when somebody asks it. */
export const walletActions = { switchChain };
