import { CHAIN_ID, DEPOSIT, depositPlan, USDC } from "@/lib/transaction/planFixture";
import type { TransactionState } from "@/lib/transaction/TransactionState";

const HASH = `0x${"11".repeat(32)}` as const;
const OTHER_HASH = `0x${"c0".repeat(32)}` as const;
const PROGRESS = { plan: depositPlan(), finished: [], nonce: null } as const;
const SENT = { ...PROGRESS, hash: HASH, sentNonce: 3, earlierHashes: [] } as const;

const BATCH = { ...PROGRESS, plan: depositPlan({ isBatch: true }), batchId: "0x01", sentNonce: 3 } as const;

const SAFE = { ...BATCH, plan: depositPlan({ isBatch: true, isSafe: true }), batchId: `0x${"5a".repeat(32)}` } as const;
const SAFE_WAIT = { nonce: 7, signed: 1, needed: 2, owners: 3, isShown: true } as const;

/** A deposit in every state that has news in the corner. */
export const SENT_STATES: Readonly<Record<string, TransactionState>> = {
  broadcast: { status: "broadcast", ...SENT, delay: null },
  feeTooLow: { status: "broadcast", ...SENT, delay: { kind: "feeTooLow" } },
  nonceGap: { status: "broadcast", ...SENT, delay: { kind: "nonceGap", missing: 2 } },
  stuck: { status: "broadcast", ...SENT, delay: { kind: "stuck" } },
  cancelling: { status: "broadcast", ...SENT, delay: { kind: "cancelling", byHash: OTHER_HASH } },
  pending: { status: "pending", ...SENT, blockNumber: 25_412_907n, confirmations: 1 },
  confirmed: { status: "confirmed", ...SENT, blockNumber: 25_412_907n },
  reverted: {
    status: "reverted",
    ...SENT,
    blockNumber: 25_412_907n,
    revert: {
      errorName: "StrategyVault_CapExceeded",
      arguments: { requested: 10_000_000_000n, available: 2_140_000_000n },
      raw: "0x",
    },
  },
  replaced: { status: "replaced", ...SENT, byHash: OTHER_HASH },
  cancelled: { status: "cancelled", ...SENT, byHash: OTHER_HASH },
  dropped: { status: "dropped", ...SENT },
  sentOther: {
    status: "sentOther",
    ...SENT,
    differences: [{ field: "to", shown: PROGRESS.plan.account, signed: `0x${"c0".repeat(20)}` }],
  },
  batchSent: { status: "batchSent", ...BATCH, delay: null },
  batchUntraced: { status: "batchSent", ...BATCH, delay: "untraced" },
  batchDisputed: { status: "batchSent", ...BATCH, delay: "disputed" },
  safeWaits: { status: "batchSent", ...SAFE, delay: null, safe: SAFE_WAIT },
  safeSigned: { status: "batchSent", ...SAFE, delay: "slow", safe: { ...SAFE_WAIT, signed: 2, isShown: null } },
  safeOther: { status: "batchSent", ...SAFE, delay: null, safe: { ...SAFE_WAIT, isShown: false } },
  safeGaveUp: { status: "batchFailed", ...SAFE },
  batchFailed: { status: "batchFailed", ...BATCH },
  batchSentOther: {
    status: "sentOther",
    ...SENT,
    ...BATCH,
    differences: [
      {
        field: "request",
        vault: { address: PROGRESS.plan.account, name: "ETH put vault" },
        token: USDC,
        shown: 1_500_000_000n,
        found: 0n,
      },
      { field: "allowance", token: USDC.address, spender: `0x${"c0".repeat(20)}` },
    ],
  },
};

/** A deposit in every state that has news in its review. */
export const REVIEW_STATES: Readonly<Record<string, TransactionState>> = {
  rejected: { status: "rejected", ...PROGRESS },
  walletFailed: { status: "walletFailed", ...PROGRESS, code: "WALLET_UNREACHABLE" },
  signedOther: {
    status: "signedOther",
    ...PROGRESS,
    differences: [{ field: "signer", shown: PROGRESS.plan.account, signed: `0x${"c0".repeat(20)}` }],
  },
  lookingAtChain: { status: "unclear", ...PROGRESS, askedNonce: 3, knownHashes: [], isLookedAt: false },
  unclear: { status: "unclear", ...PROGRESS, askedNonce: 3, knownHashes: [], isLookedAt: true },
  batchForgotten: {
    status: "unclear",
    ...PROGRESS,
    plan: BATCH.plan,
    askedNonce: 3,
    knownHashes: [],
    isLookedAt: true,
  },
  batchUnanswered: {
    status: "unclear",
    ...PROGRESS,
    plan: BATCH.plan,
    askedNonce: 3,
    knownHashes: [],
    isLookedAt: false,
    isSilent: true,
  },
  otherTab: { status: "blocked", intent: DEPOSIT, plan: null, nonce: null, reason: { kind: "otherTab" } },
  permitExpired: { status: "blocked", intent: DEPOSIT, plan: null, nonce: null, reason: { kind: "permitExpired" } },
  chainChanged: {
    status: "blocked",
    intent: DEPOSIT,
    plan: null,
    nonce: null,
    reason: { kind: "chainChanged", chainId: CHAIN_ID + 1 },
  },
  numberUsed: {
    status: "blocked",
    intent: DEPOSIT,
    plan: null,
    nonce: 3,
    reason: { kind: "numberUsed", nonce: 3 },
  },
  noQuorum: {
    status: "blocked",
    intent: DEPOSIT,
    plan: null,
    nonce: null,
    reason: {
      kind: "noQuorum",
      subject: "allowance",
      needed: 2,
      sayings: [
        { host: "one.example", says: "0", failure: null },
        { host: "two.example", says: "1000000000", failure: null },
      ],
    },
  },
  codeDiffers: {
    status: "blocked",
    intent: DEPOSIT,
    plan: null,
    nonce: null,
    reason: { kind: "codeDiffers", addresses: [PROGRESS.plan.account] },
  },
  accountChanged: { status: "blocked", intent: DEPOSIT, plan: null, nonce: null, reason: { kind: "accountChanged" } },
};
