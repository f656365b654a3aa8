import type { DecodedRevert } from "@/lib/errors/chainErrors";
import type { Message } from "./Message";

const UNTOUCHED = "Nothing was taken.";
const REFRESH = "The page shows the newest state; check it and try again.";

/** Reasons that a depositor's own calls can meet, by the name of the contract's error. The rest are told by their name. */
const SENTENCES: Readonly<Record<string, readonly [what: string, why: string, next: string]>> = {
  StrategyVault_DepositsPaused: [
    "The vault takes no deposits now.",
    "Its guardian paused new deposits.",
    "Withdrawals and claims work as always.",
  ],
  StrategyVault_Dead: ["The vault is closed for good.", "An epoch lost everything it held.", "Choose another vault."],
  StrategyVault_BelowMinimum: [
    "The amount is too small.",
    "It is below the vault's minimum.",
    "Enter at least the minimum.",
  ],
  StrategyVault_ExceedsClaimable: ["There is less to claim.", "Part of it was claimed already.", REFRESH],
  StrategyVault_NothingPending: [
    "There is nothing to cancel.",
    "The request was executed or cancelled meanwhile.",
    REFRESH,
  ],
  StrategyVault_NothingRefundable: ["There is nothing to take back.", "It was taken already.", REFRESH],
  StrategyVault_NotAuthorized: [
    "The vault refused.",
    "Only the account itself may do this.",
    "Use the account that made the request.",
  ],
  StrategyVault_ZeroAmount: ["The amount is zero.", "The vault moves nothing for nothing.", "Enter an amount."],
  StrategyVault_TransferShort: [
    "The token sent less than asked.",
    "Tokens that take a fee on transfer are refused.",
    "",
  ],
  StrategyVault_WrongPhase: ["Too late for this step.", "The epoch moved on meanwhile.", REFRESH],
  StrategyVault_SaleOpen: [
    "The epoch cannot end yet.",
    "Its sale can still be filled.",
    "Wait for the end of the sale.",
  ],
  StrategyVault_NoSettlementPrice: [
    "The epoch cannot end yet.",
    "Its settlement price is not proven.",
    "Anyone can prove it from the feed's rounds.",
  ],
  StrategyVault_OpenWindowRunning: [
    "Too early to close the empty epoch.",
    "The curator may still open it.",
    "Wait for the end of the open window.",
  ],
  StrategyRouter_ZeroAssets: ["The amount is zero.", "The router moves nothing for nothing.", "Enter an amount."],
  StrategyRouter_WeightsMismatch: ["The weights do not add up.", "Together they must be 100%.", "Change the weights."],
  StrategyRouter_CountOutOfRange: [
    "Too many vaults at once.",
    "One transaction serves only a few.",
    "Choose fewer vaults.",
  ],
  StrategyRouter_AllocationUnfit: [
    "A vault of the split does not fit.",
    "It has no weight, or is named twice.",
    "Change the split.",
  ],
  StrategyRouter_AssetMismatch: [
    "A vault takes another token.",
    "All vaults of one deposit must take the same.",
    "Change the split.",
  ],
  StrategyRouter_AmountMismatch: [
    "The token moved another amount than asked.",
    "Tokens that take a fee on transfer are refused.",
    "",
  ],
  ERC20InsufficientBalance: ["The balance is too small.", "It changed since the page read it.", REFRESH],
  ERC20InsufficientAllowance: [
    "The allowance is too small.",
    "The permit was not taken, or the approval was used.",
    "Start again: the page asks for what is missing.",
  ],
  ERC2612ExpiredSignature: ["The permit is out of date.", "It was valid for at most 20 minutes.", "Sign a new one."],
  ERC2612InvalidSigner: [
    "The permit does not fit.",
    "It was signed by another account, or used already.",
    "Sign a new one.",
  ],
  ERC4626ExceededMaxDeposit: [
    "The vault takes less than that.",
    "It is nearly full, or closed to deposits.",
    "Enter less, or choose another vault.",
  ],
  ERC4626ExceededMaxWithdraw: ["The vault cannot pay that now.", "It has lent out what is asked for.", "Enter less."],
  ERC4626ExceededMaxRedeem: ["The vault cannot pay that now.", "It has lent out what is asked for.", "Enter less."],
  SettlementOracle_StaleSpot: [
    "The price is too old.",
    "The feed has not updated in time.",
    "Wait for its next price.",
  ],
};

/** A pool of Aave v3 gives its reasons as two digits of text. Source: Errors.sol of @aave/core-v3 1.19.3. */
const POOL_SENTENCES: Readonly<Record<string, readonly [what: string, why: string, next: string]>> = {
  "27": ["The pool refused.", "It does not take this token any more.", "Choose another vault."],
  "28": ["The pool takes no deposits of this token.", "It is frozen there.", "Withdrawals work as always."],
  "29": ["The pool stands still.", "It is paused for this token.", "Wait until it is opened again."],
  "32": ["There is less to withdraw.", "Part of it was withdrawn already.", REFRESH],
  "35": [
    "Your loan would not be covered.",
    "What you take out secures what you owe.",
    "Enter less, or pay back a part of the loan first.",
  ],
  "51": ["The pool is full.", "It takes no more of this token.", "Enter less, or choose another vault."],
  "57": [
    "Your loan would not be covered.",
    "Other collateral of yours does not count for new loans.",
    "Enter less, or pay back a part of the loan first.",
  ],
};

/** A contract's refusal → three sentences. A revert undoes everything: at most the network fee is lost. */
export function revertMessage(revert: DecodedRevert): Message {
  const known = revert.errorName === null ? undefined : knownSentence(revert.errorName, revert.arguments);
  if (known !== undefined) {
    const [what, why, next] = known;
    return { what, why: `${why} ${UNTOUCHED}`, next };
  }
  return { what: "The contract refused.", why: `${reasonText(revert)} ${UNTOUCHED}`, next: REFRESH };
}

function knownSentence(name: string, { message }: DecodedRevert["arguments"]) {
  if (name === "Error") return ownEntry(POOL_SENTENCES, String(message ?? ""));
  return ownEntry(SENTENCES, name);
}

function ownEntry(sentences: typeof SENTENCES, name: string) {
  return Object.hasOwn(sentences, name) ? sentences[name] : undefined;
}

function reasonText({ errorName, arguments: named, raw }: DecodedRevert): string {
  if (errorName === null) return raw === "0x" ? "It gave no reason." : "Its reason is not known here.";
  if (errorName === "Error") return `It says: “${String(named.message ?? "").slice(0, 160)}”.`;
  if (errorName === "Panic") return `An assertion failed in it (code ${String(named.code ?? "unknown")}).`;
  return `Its reason is called ${errorName}.`;
}
