import type { Address } from "@/lib/vault/Token";
import type { YieldProtocol } from "@/lib/vault/YieldVault";
import type { AllowedCall, TargetKind, WordRule } from "./allowedCalls";
import type { BareCall } from "./Call";
import { addressOfWord, calldataWords, listElements } from "./calldataWords";
import type { Violation } from "./Violation";

/** The addresses that a plan may touch, and on whose behalf. */
export type KnownContracts = {
  readonly account: Address;
  readonly router: Address;
  readonly vaults: readonly Address[];
  readonly assets: readonly Address[];
  /** Contracts of other protocols that the registry names; absent: none. */
  readonly listed?: readonly ListedContract[];
};

/** A contract of another protocol, and the assets that may be approved to it. */
export type ListedContract = {
  readonly address: Address;
  readonly protocol: YieldProtocol;
  readonly assets: readonly Address[];
};

/** What the bytes of a call say: the rule they fall under, their words, the elements of their list. */
export type ReadCall = {
  readonly rule: AllowedCall;
  readonly words: readonly bigint[];
  readonly elements: readonly (readonly bigint[])[];
  /** The one asset that the registry names for the contract, where the rule asks for it. */
  readonly listedAsset?: Address;
};

/** Reads a call by its own bytes and checks target, function (one of `allowed`), shape and every address in it. */
export function checkCall(
  call: BareCall,
  known: KnownContracts,
  allowed: readonly AllowedCall[],
): { readonly violations: readonly Violation[]; readonly read: ReadCall | null } {
  const kinds = targetKinds(call.to, known);
  if (kinds.length === 0) return refused({ kind: "unknownTarget", target: call.to });
  const cut = calldataWords(call.calldata);
  if (cut === null) return refused({ kind: "malformedCalldata", target: call.to });
  const rule = allowed.find(({ target, selector }) => kinds.includes(target) && selector === cut.selector);
  if (rule === undefined) return refused({ kind: "unknownFunction", target: call.to, selector: cut.selector });
  const elements = elementsOf(rule, cut.words);
  if (elements === null) return refused({ kind: "malformedCalldata", target: call.to });
  const violations = [
    ...rule.rules.flatMap((wordRule) => wordViolation(rule, wordRule, { words: cut.words, known, call })),
    ...elements.flatMap((element) => vaultViolation(element[0] ?? 0n, known)),
  ];
  if (call.value !== 0n && rule.takesValue !== true) {
    violations.push({ kind: "unexpectedValue", functionName: rule.functionName, value: call.value });
  }
  const read = { rule, words: cut.words, elements };
  if (rule.takesListedAsset !== true) return { violations, read };
  const [listedAsset] = listedAt(call.to, known)?.assets ?? [];
  if (listedAsset === undefined) return refused({ kind: "unknownTarget", target: call.to });
  return { violations, read: { ...read, listedAsset } };
}

function refused(violation: Violation): { readonly violations: readonly Violation[]; readonly read: null } {
  return { violations: [violation], read: null };
}

function targetKinds(target: Address, known: KnownContracts): readonly TargetKind[] {
  const kinds: TargetKind[] = [];
  if (isSameAddress(target, known.router)) kinds.push("router");
  if (known.vaults.some((vault) => isSameAddress(vault, target))) kinds.push("vault");
  if (known.assets.some((asset) => isSameAddress(asset, target)) || isListedAsset(target, known)) kinds.push("asset");
  const listed = listedAt(target, known);
  if (listed !== undefined) kinds.push(listed.protocol);
  return kinds;
}

/** The list's elements ([] for a call without one), or null when the bytes are not laid out as the ABI says. */
function elementsOf(rule: AllowedCall, words: readonly bigint[]): readonly (readonly bigint[])[] | null {
  if (rule.vaults === undefined) return words.length === rule.headWords ? [] : null;
  const elements = listElements(words, { ...rule.vaults, headWords: rule.headWords });
  if (elements === null) return null;
  return elements.length === 0 && !rule.vaults.mayBeEmpty ? null : elements;
}

function wordViolation(
  rule: AllowedCall,
  { word, mustBe }: WordRule,
  of: { readonly words: readonly bigint[]; readonly known: KnownContracts; readonly call: BareCall },
): readonly Violation[] {
  const found = of.words[word] ?? -1n;
  const { known, call } = of;
  switch (mustBe) {
    case "account":
      return found === BigInt(known.account)
        ? []
        : [{ kind: "foreignBeneficiary", functionName: rule.functionName, found: addressOfWord(found) }];
    case "spender":
      return isSpender(found, call.to, known)
        ? []
        : [{ kind: "unknownSpender", token: call.to, spender: addressOfWord(found) }];
    case "asset":
      return known.assets.some((asset) => BigInt(asset) === found)
        ? []
        : [{ kind: "unknownTarget", target: addressOfWord(found) }];
    case "listedAsset":
      return listedAt(call.to, known)?.assets.some((asset) => BigInt(asset) === found)
        ? []
        : [{ kind: "unknownTarget", target: addressOfWord(found) }];
    case "vault":
      return vaultViolation(found, known);
    case "address":
      return found < 1n << 160n ? [] : [{ kind: "malformedCalldata", target: call.to }];
    case "zero":
      return found === 0n ? [] : [{ kind: "malformedCalldata", target: call.to }];
  }
}

/** The router takes what goes into our vaults; a contract of the registry the assets that it is listed with. */
export function isSpender(found: bigint, token: Address, known: KnownContracts): boolean {
  const isOurs = [...known.assets, ...known.vaults].some((one) => isSameAddress(one, token));
  if (isOurs && found === BigInt(known.router)) return true;
  const listed = known.listed?.find(({ address }) => BigInt(address) === found);
  return listed?.assets.some((asset) => isSameAddress(asset, token)) ?? false;
}

/**
 * May `spender` take something for a plan whose last call goes to `target`? A contract of the registry only for a call to itself, and the
 * router for every other: otherwise an allowance that nothing uses would be left.
 */
export function takesFor(spender: bigint, target: Address | undefined, known: KnownContracts): boolean {
  const isListed = target !== undefined && listedAt(target, known) !== undefined;
  return isListed ? spender === BigInt(target) : spender === BigInt(known.router);
}

/** May the token be approved to a contract of the registry? */
export function isListedAsset(token: Address, { listed = [] }: KnownContracts): boolean {
  return listed.some(({ assets }) => assets.some((asset) => isSameAddress(asset, token)));
}

function listedAt(target: Address, { listed = [] }: KnownContracts): ListedContract | undefined {
  return listed.find(({ address }) => isSameAddress(address, target));
}

function vaultViolation(found: bigint, known: KnownContracts): readonly Violation[] {
  const isKnown = known.vaults.some((vault) => BigInt(vault) === found);
  return isKnown ? [] : [{ kind: "unknownTarget", target: addressOfWord(found) }];
}

/** Addresses are equal whatever the case of their digits. */
export function isSameAddress(a: Address, b: Address): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
