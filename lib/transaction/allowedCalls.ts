import type { Hex } from "@/lib/vault/Token";
import type { YieldProtocol } from "@/lib/vault/YieldVault";

/** What kind of contract of ours a call goes to. A vault is its own share token. */
export type OwnTarget = "router" | "vault" | "asset";

/** What kind of contract a call goes to; another protocol's is named by the protocol. */
export type TargetKind = OwnTarget | YieldProtocol;

/** What a 32-byte word of the calldata must be. Words count from 0 behind the selector. */
export type WordRule = {
  readonly word: number;
  /** `account`: the plan's account. `spender`: the router, or a contract of the registry for an asset that it names. `asset`: a known asset. `vault`: a known vault. `listedAsset`: an asset that the registry names for the contract. `address`: any. `zero`: 0. */
  readonly mustBe: "account" | "spender" | "asset" | "listedAsset" | "vault" | "address" | "zero";
};

/** A list in the calldata whose elements each name a vault. */
export type VaultList = {
  /** Head word that holds the list's offset. */
  readonly offsetWord: number;
  readonly wordsPerElement: number;
  readonly mayBeEmpty: boolean;
};

/** One function that may be signed, checked on the bytes themselves and not on what a plan says about them. */
export type AllowedCall<Target extends TargetKind = TargetKind> = {
  readonly target: Target;
  readonly functionName: string;
  readonly selector: Hex;
  /** Words of the head; a call without lists has no more than these. */
  readonly headWords: number;
  readonly rules: readonly WordRule[];
  readonly vaults?: VaultList;
  /** Word with the amount of the plan's asset that leaves the account; for a list of redemptions it is inside the elements. */
  readonly amountWord?: number;
  /** The amount is of the one asset that the registry names for the contract, which no byte of the call does. */
  readonly takesListedAsset?: true;
  readonly takesValue?: true;
};

/**
 * The closed list of functions that the application ever signs, but for those of {@link REVOKING_CALLS} and {@link ENDING_CALLS}. Selectors are the first four bytes of the hash of the
 * signature in the comment, as the contracts' interfaces declare it. Whatever is not here (`setApprovalForAll`,
 * `setOperator`, `transfer`, `multicall` …) cannot be offered.
 */
export const ALLOWED_CALLS: readonly AllowedCall<OwnTarget>[] = [
  // depositEth(address vault, address controller)
  {
    ...inRouter("depositEth", "0x1e04e856", 2),
    rules: [is("vault", 0), is("account", 1)],
    takesValue: true,
  },
  // depositMany(address asset, uint256 assets, (address,uint16)[] allocations, address controller, (uint256,uint8,bytes32,bytes32) permit, bool store)
  {
    ...inRouter("depositMany", "0xf95340ba", 9),
    rules: [is("asset", 0), is("account", 3)],
    vaults: { offsetWord: 2, wordsPerElement: 2, mayBeEmpty: false },
    amountWord: 1,
  },
  // redeemMany((address,uint256,(uint256,uint8,bytes32,bytes32))[] redemptions, address controller)
  {
    ...inRouter("redeemMany", "0x77cd3f16", 2),
    rules: [is("account", 1)],
    vaults: { offsetWord: 0, wordsPerElement: 6, mayBeEmpty: false },
  },
  // setAllocation(address asset, (address,uint16)[] allocations)
  {
    ...inRouter("setAllocation", "0xa5a4503d", 2),
    rules: [is("asset", 0)],
    vaults: { offsetWord: 1, wordsPerElement: 2, mayBeEmpty: true },
  },
  // requestRedeem(uint256 shares, address controller, address owner)
  { ...inVault("requestRedeem", "0x7d41c86e", 3), rules: [is("account", 1), is("account", 2)], amountWord: 0 },
  // cancelDeposit(address receiver, address controller)
  { ...inVault("cancelDeposit", "0xaa835ff0", 2), rules: [is("account", 0), is("account", 1)] },
  // cancelRedeem(address receiver, address controller)
  { ...inVault("cancelRedeem", "0xa4e724c0", 2), rules: [is("account", 0), is("account", 1)] },
  // deposit(uint256 assets, address receiver, address controller)
  { ...inVault("deposit", "0x2e2d2984", 3), rules: [is("account", 1), is("account", 2)] },
  // mint(uint256 shares, address receiver, address controller)
  { ...inVault("mint", "0xda39b3e7", 3), rules: [is("account", 1), is("account", 2)] },
  // redeem(uint256 shares, address receiver, address controller)
  { ...inVault("redeem", "0xba087652", 3), rules: [is("account", 1), is("account", 2)] },
  // withdraw(uint256 assets, address receiver, address controller)
  { ...inVault("withdraw", "0xb460af94", 3), rules: [is("account", 1), is("account", 2)] },
  // claimCancelDepositRequest(uint256 requestId, address receiver, address controller)
  {
    ...inVault("claimCancelDepositRequest", "0x69d77a44", 3),
    rules: [is("zero", 0), is("account", 1), is("account", 2)],
  },
  // claimCancelRedeemRequest(uint256 requestId, address receiver, address controller)
  {
    ...inVault("claimCancelRedeemRequest", "0x00a06d19", 3),
    rules: [is("zero", 0), is("account", 1), is("account", 2)],
  },
  // approve(address spender, uint256 amount): on an asset, and on a vault as the share token it is
  { ...approval("asset"), rules: [is("spender", 0)] },
  { ...approval("vault"), rules: [is("spender", 0)] },
];

/**
 * The same for the contracts of other protocols that the registry names: in only with an asset that it names too, and out only to
 * the account itself. How much a pool pays is not in the list: its own tokens leave with it, and the simulation is held against
 * what was shown.
 */
const LISTED_CALLS: readonly AllowedCall[] = [
  // deposit(uint256 assets, address receiver)
  {
    ...{ target: "erc4626", functionName: "deposit", selector: "0x6e553f65", headWords: 2 },
    rules: [is("account", 1)],
    amountWord: 0,
    takesListedAsset: true,
  },
  // redeem(uint256 shares, address receiver, address owner)
  {
    ...{ target: "erc4626", functionName: "redeem", selector: "0xba087652", headWords: 3 },
    rules: [is("account", 1), is("account", 2)],
    amountWord: 0,
  },
  // supply(address asset, uint256 amount, address onBehalfOf, uint16 referralCode)
  {
    ...{ target: "aave", functionName: "supply", selector: "0x617ba037", headWords: 4 },
    rules: [is("listedAsset", 0), is("account", 2), is("zero", 3)],
    amountWord: 1,
  },
  // supplyWithPermit(address asset, uint256 amount, address onBehalfOf, uint16 referralCode, uint256 deadline, uint8 permitV, bytes32 permitR, bytes32 permitS)
  {
    ...{ target: "aave", functionName: "supplyWithPermit", selector: "0x02c205f0", headWords: 8 },
    rules: [is("listedAsset", 0), is("account", 2), is("zero", 3)],
    amountWord: 1,
  },
  // withdraw(address asset, uint256 amount, address to)
  {
    ...{ target: "aave", functionName: "withdraw", selector: "0x69328dec", headWords: 3 },
    rules: [is("address", 0), is("account", 2)],
  },
];

/** Everything that may be signed as part of a plan that takes no right away. */
export const PLANNED_CALLS: readonly AllowedCall[] = [...ALLOWED_CALLS, ...LISTED_CALLS];

/**
 * What may be signed to take a right away, and only as the act of a plan that says so: an allowance of exactly 0, to
 * whomever, and an operator switched off. Nothing here can grant anything.
 */
export const REVOKING_CALLS: readonly AllowedCall<OwnTarget>[] = [
  { ...approval("asset"), rules: [is("address", 0), is("zero", 1)] },
  { ...approval("vault"), rules: [is("address", 0), is("zero", 1)] },
  // setOperator(address operator, bool approved)
  { ...inVault("setOperator", "0x558a7297", 2), rules: [is("address", 0), is("zero", 1)] },
];

/** What anybody may call so that nobody is held up, and only as the act of a plan that says so: it names nobody and takes nothing. */
export const ENDING_CALLS: readonly AllowedCall<OwnTarget>[] = [
  // settleEpoch()
  { ...inVault("settleEpoch", "0xb6b385f7", 0), rules: [] },
  // closeEmptyEpoch()
  { ...inVault("closeEmptyEpoch", "0x7907ce96", 0), rules: [] },
];

/** Selector of approve(address,uint256). */
export const APPROVE_SELECTOR: Hex = "0x095ea7b3";

function inRouter(functionName: string, selector: Hex, headWords: number) {
  return { target: "router", functionName, selector, headWords } as const;
}

function inVault(functionName: string, selector: Hex, headWords: number) {
  return { target: "vault", functionName, selector, headWords } as const;
}

function approval<Target extends OwnTarget>(target: Target) {
  return { target, functionName: "approve", selector: "0x095ea7b3", headWords: 2 } as const;
}

function is(mustBe: WordRule["mustBe"], word: number): WordRule {
  return { word, mustBe };
}
