import type { TransactionState, TransactionStatus } from "./TransactionState";

type Check = (value: unknown) => boolean;

/** Tuples in arrays in arguments: no call of ours is deeper. */
const DEEPEST_ARGUMENT = 6;
const ADDRESS = /^0x[\da-fA-F]{40}$/;
const HASH = /^0x[\da-fA-F]{64}$/;
const BYTES = /^0x([\da-fA-F]{2})*$/;

const isText: Check = (value) => typeof value === "string";
const isInteger: Check = (value) => Number.isSafeInteger(value);
const isNumber: Check = (value) => Number.isFinite(value);
const isBigint: Check = (value) => typeof value === "bigint";
const isAddress: Check = (value) => typeof value === "string" && ADDRESS.test(value);
const isHash: Check = (value) => typeof value === "string" && HASH.test(value);
const isBytes: Check = (value) => typeof value === "string" && BYTES.test(value);
const isPlain: Check = (value) => isPlainTo(DEEPEST_ARGUMENT, value);

function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

function orAbsent(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function shaped(fields: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const found = new Map<string, unknown>(Object.entries(value));
    return Object.entries(fields).every(([name, check]) => check(found.get(name)));
  };
}

function anyOf(...checks: readonly Check[]): Check {
  return (value) => checks.some((check) => check(value));
}

function exactly(...allowed: readonly unknown[]): Check {
  return (value) => allowed.includes(value);
}

const token = shaped({ address: isAddress, symbol: isText, decimals: isInteger });
const vault = shaped({ address: isAddress, name: isText });
const protocol = exactly("erc4626", "aave");
const call = shaped({
  to: isAddress,
  functionName: isText,
  arguments: listOf(shaped({ name: isText, solidityType: isText, value: isPlain })),
  value: isBigint,
  calldata: isBytes,
  protocol: orAbsent(protocol),
});
const yieldVault = shaped({ address: isAddress, name: isText, protocol, entrance: isAddress });
const sharesPart = shaped({ vault, share: token, shares: isBigint });
const refusal = anyOf(
  shaped({ kind: exactly("batch"), why: exactly("upgrade", "chain", "atomicity", "unsupported") }),
  shaped({ kind: exactly("permit") }),
);
const intent = anyOf(
  shaped({
    kind: exactly("deposit"),
    parts: listOf(shaped({ vault, assets: isBigint })),
    asset: token,
    assets: isBigint,
    isPaidInCoin: exactly(true, false),
    storesAllocation: exactly(true, false),
    refusals: orAbsent(listOf(refusal)),
  }),
  shaped({ kind: exactly("redeem"), parts: listOf(sharesPart), refusals: orAbsent(listOf(refusal)) }),
  shaped({ kind: exactly("cancelDeposit", "refundAssets"), vault, asset: token, assets: isBigint }),
  shaped({ kind: exactly("cancelRedeem", "claimShares", "refundShares"), vault, share: token, shares: isBigint }),
  shaped({ kind: exactly("claimAssets"), vault, asset: token, shares: isBigint, assets: isBigint }),
  shaped({ kind: exactly("setAllocation"), asset: token, parts: listOf(shaped({ vault, weight: isBigint })) }),
  shaped({
    kind: exactly("depositAtOnce"),
    vault: yieldVault,
    asset: token,
    assets: isBigint,
    share: token,
    shares: isBigint,
    refusals: orAbsent(listOf(refusal)),
  }),
  shaped({
    kind: exactly("redeemAtOnce"),
    vault: yieldVault,
    asset: token,
    assets: isBigint,
    share: token,
    shares: isBigint,
    isAll: exactly(true, false),
  }),
  shaped({ kind: exactly("revokeAllowance"), token, spender: isAddress, spenderName: orNull(isText) }),
  shaped({ kind: exactly("revokeOperator"), vault, operator: isAddress, operatorName: orNull(isText) }),
  shaped({ kind: exactly("endEpoch"), vault, by: exactly("settleEpoch", "closeEmptyEpoch") }),
);
const step = anyOf(
  shaped({ kind: exactly("switchChain"), chainId: isInteger }),
  shaped({
    kind: exactly("permit"),
    token,
    domain: shaped({ name: isText, version: isText, chainId: isInteger, verifyingContract: isAddress }),
    message: shaped({ owner: isAddress, spender: isAddress, value: isBigint, nonce: isBigint, deadline: isBigint }),
  }),
  shaped({ kind: exactly("approve"), token, spender: isAddress, amount: isBigint, call }),
  shaped({ kind: exactly("act"), call }),
);
const holding = anyOf(exactly("native"), isAddress);
const movement = shaped({
  account: isAddress,
  token: holding,
  symbol: isText,
  decimals: isInteger,
  delta: isBigint,
  least: orAbsent(isBigint),
});
const at = { at: isBigint, isFixed: exactly(true, false), earliest: orAbsent(isBigint) };
const consequence = anyOf(
  shaped({
    kind: exactly("executesAt", "claimableFrom", "noExitBefore", "cancelFreeUntil", "keepsRiskUntil"),
    ...at,
  }),
  shaped({ kind: exactly("vaultFees"), managementFee: isBigint, performanceFee: isBigint }),
  shaped({ kind: exactly("networkFee"), wei: isBigint, usd: orNull(isNumber) }),
  shaped({ kind: exactly("largestLoss"), share: isNumber, assets: isBigint, asset: token }),
  shaped({ kind: exactly("lossStarts"), side: exactly("below", "above"), price: isBigint, underlyingSymbol: isText }),
  shaped({ kind: exactly("capMayReturn"), room: isBigint, asset: token }),
  shaped({ kind: exactly("nothingAtRisk") }),
  shaped({ kind: exactly("sharesAtOnce"), shares: isBigint, share: token }),
  shaped({ kind: exactly("assetsAtOnce"), assets: isBigint, asset: token, isAll: exactly(true, false) }),
  shaped({ kind: exactly("othersContract"), vaultName: isText, entrance: isAddress }),
  shaped({ kind: exactly("endsForAll"), vaultName: isText }),
  shaped({ kind: exactly("allowanceEnds"), token }),
  shaped({ kind: exactly("operatorEnds"), vaultName: isText }),
);
const witnesses = shaped({
  configured: isInteger,
  agreed: listOf(isText),
  others: listOf(shaped({ subject: isText, host: isText, says: orNull(isText), failure: orNull(isText) })),
});
const plan = shaped({
  id: isText,
  chainId: isInteger,
  account: isAddress,
  blockNumber: isBigint,
  blockTimestamp: isBigint,
  intent,
  steps: (value) => listOf(step)(value) && Array.isArray(value) && value.length > 0,
  isBatch: orAbsent(exactly(true, false)),
  isSafe: orAbsent(exactly(true, false)),
  expectedMovements: listOf(movement),
  allowanceLeft: listOf(shaped({ token, spender: isAddress, amount: isBigint })),
  consequences: listOf(consequence),
  witnesses: orAbsent(witnesses),
});
const revert = shaped({ errorName: orNull(isText), arguments: (value) => shaped({})(value), raw: isBytes });
const finished = listOf(
  anyOf(
    shaped({ kind: exactly("switchChain") }),
    shaped({ kind: exactly("permit"), signature: isBytes }),
    shaped({ kind: exactly("approve"), hash: isHash }),
  ),
);
const progress = { plan, finished, nonce: orNull(isInteger) };
const sent = {
  ...progress,
  hash: isHash,
  sentNonce: isInteger,
  earlierHashes: listOf(isHash),
  batchId: orAbsent(isText),
};

const delay = anyOf(
  shaped({ kind: exactly("nonceGap"), missing: isInteger }),
  shaped({ kind: exactly("feeTooLow", "stuck") }),
  shaped({ kind: exactly("cancelling"), byHash: isHash }),
);
const differences = listOf(shaped({ field: isText, shown: isText, signed: isText }));
const amounts = { token, shown: isBigint, found: isBigint };
const named = { account: isAddress, token: holding, symbol: isText, decimals: isInteger };
const effects = listOf(
  anyOf(
    shaped({ field: isText, shown: isText, signed: isText }),
    shaped({ field: exactly("moved"), difference: shaped({ ...named, expected: isBigint, simulated: isBigint }) }),
    shaped({ field: exactly("request"), vault, ...amounts }),
    shaped({ field: exactly("settled"), vault: isAddress, receiver: orNull(isAddress) }),
    shaped({ field: exactly("split"), asset: isAddress, isStored: exactly(true, false) }),
    shaped({ field: exactly("allowance", "allowanceKept"), token: isAddress, spender: isAddress }),
    shaped({ field: exactly("operator", "operatorKept"), contract: isAddress, operator: isAddress }),
    shaped({ field: exactly("atomic") }),
  ),
);
const safeWait = shaped({
  nonce: isInteger,
  signed: isInteger,
  needed: isInteger,
  owners: isInteger,
  isShown: exactly(true, false, null),
});
const batch = { ...progress, batchId: isText, sentNonce: isInteger };

/** Of an end that may still be undone. */
const ended = { isSettled: orAbsent(exactly(true)), isRetried: orAbsent(exactly(true)) };

const shapes: Readonly<Record<TransactionStatus, Check>> = {
  idle: shaped({ nonce: orAbsent(isInteger) }),
  planning: shaped({ intent, nonce: orNull(isInteger) }),
  simulating: shaped(progress),
  blocked: shaped({ intent, plan: orNull(plan), reason: shaped({ kind: isText }), nonce: orNull(isInteger) }),
  simulated: shaped({
    ...progress,
    networkFeeWei: isBigint,
    isCompared: exactly(true, false),
    witnesses: orAbsent(witnesses),
  }),
  awaitingSignature: shaped({ ...progress, askedNonce: orNull(isInteger), networkFeeWei: orAbsent(isBigint) }),
  rejected: shaped(progress),
  walletFailed: shaped({ ...progress, code: isText }),
  signedOther: shaped({ ...progress, differences }),
  unclear: shaped({
    ...progress,
    askedNonce: isInteger,
    knownHashes: listOf(isHash),
    isLookedAt: exactly(true, false),
    isSilent: orAbsent(exactly(true, false)),
    batchId: orAbsent(isText),
  }),
  broadcast: shaped({ ...sent, delay: orNull(delay) }),
  pending: shaped({ ...sent, blockNumber: isBigint, confirmations: isInteger }),
  confirmed: shaped({ ...sent, blockNumber: isBigint }),
  reverted: shaped({ ...sent, ...ended, blockNumber: isBigint, revert: orNull(revert) }),
  replaced: shaped({ ...sent, ...ended, byHash: isHash }),
  cancelled: shaped({ ...sent, ...ended, byHash: isHash }),
  dropped: shaped(sent),
  sentOther: shaped({ ...sent, differences: effects }),
  batchSent: shaped({
    ...batch,
    delay: orNull(exactly("slow", "untraced", "unread", "disputed", "silent", "stillOpen")),
    knownHashes: orAbsent(listOf(isHash)),
    safe: orAbsent(safeWait),
  }),
  batchFailed: shaped(batch),
};

/** True for a value that has every field of its status, each of the right kind. `blocked` reasons are only shown, so their details are not looked into. */
export function isStoredState(value: unknown): value is TransactionState {
  if (typeof value !== "object" || value === null || !("status" in value)) return false;
  const status = value.status;
  if (typeof status !== "string" || !Object.hasOwn(shapes, status)) return false;
  return shapes[status as TransactionStatus](value);
}

function isPlainTo(depth: number, value: unknown): boolean {
  if (["string", "number", "boolean", "bigint"].includes(typeof value)) return true;
  if (typeof value !== "object" || value === null || depth === 0) return false;
  return Object.values(value).every((item) => isPlainTo(depth - 1, item));
}
