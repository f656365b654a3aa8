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
  SettlementOracle_StaleSpot: [
    "The price is too old.",
    "The feed has not updated in time.",
    "Wait for its next price.",
  ],
};

/** A contract's refusal → three sentences. A revert undoes everything: at most the network fee is lost. */
export function revertMessage(revert: DecodedRevert): Message {
  const known = revert.errorName === null ? undefined : ownEntry(revert.errorName);
  if (known !== undefined) {
    const [what, why, next] = known;
    return { what, why: `${why} ${UNTOUCHED}`, next };
  }
  return { what: "The contract refused.", why: `${reasonText(revert)} ${UNTOUCHED}`, next: REFRESH };
}

function ownEntry(name: string) {
  return Object.hasOwn(SENTENCES, name) ? SENTENCES[name] : undefined;
}

function reasonText({ errorName, arguments: named, raw }: DecodedRevert): string {
  if (errorName === null) return raw === "0x" ? "It gave no reason." : "Its reason is not known here.";
  if (errorName === "Error") return `It says: “${String(named.message ?? "").slice(0, 160)}”.`;
  if (errorName === "Panic") return `An assertion failed in it (code ${String(named.code ?? "unknown")}).`;
  return `Its reason is called ${errorName}.`;
}
