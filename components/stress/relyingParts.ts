import type { WalletView } from "@/components/portfolio/walletView";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { partUsd } from "@/lib/risk/partUsd";
import type { Reliance, RelianceExposure, RelyingPart } from "@/lib/risk/stress/relianceExposures";
import type { VaultHolding } from "@/lib/risk/vaultHolding";
import { type VaultPlace, vaultPartId } from "@/lib/risk/vaultPartId";
import type { YieldPart } from "@/lib/risk/yieldParts";
import type { Fill } from "@/lib/vault/Epoch";
import { makerShares } from "@/lib/vault/makerShares";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";

/** Every fill of a vault. */
export type FillsOf = (vault: VaultPlace) => readonly Fill[];

/** What each kind is called in the table. */
export const RELIANCE_KINDS: Readonly<Record<Reliance["kind"], string>> = {
  contract: "Contract",
  protocol: "Protocol",
  oracle: "Oracle",
  maker: "Maker",
  quote: "Token",
};

/**
 * What each holding relies on: the contracts behind its vault, what says its prices, the token that it is held in, all in full; and each maker of the
 * open epoch by the share of the options at risk that it took.
 */
export function relyingParts(holdings: readonly VaultHolding[], fillsOf: FillsOf): readonly RelyingPart[] {
  return holdings.flatMap(({ vault, valueUsd, atRiskUsd, value }) => {
    const id = vaultPartId(vault);
    const shared = vaultReliances(vault);
    const makers = value.sharesAtRisk > 0n ? makersOf(vault, fillsOf(vault)) : [];
    if (makers.length === 0) return [{ id, value: valueUsd, reliesOn: shared }];
    const taken = makers.map(({ maker, share }) => ({
      ...{ id, value: atRiskUsd * share },
      reliesOn: [...shared, reliance(vault, { kind: "maker", address: maker, name: "" })],
    }));
    return [...taken, { id, value: valueUsd - atRiskUsd, reliesOn: shared }];
  });
}

/** What counts of the wallet, and every vault: those of its chain say which contracts it relies on. */
export type OwnReliance = { readonly wallet: Pick<WalletView, "counted">; readonly vaults: readonly Vault[] };

/**
 * What each counted part of the wallet relies on: options on the clearinghouse, the oracle, the feed of their coin and the token that they settle
 * in, a quote on its issuer. The chain's own coin relies on nothing here.
 */
export function ownRelyingParts({ wallet, vaults }: OwnReliance): readonly RelyingPart[] {
  return wallet.counted.map((counted) => {
    const { id } = counted.part;
    const onChain = vaults.filter(({ chainId }) => id.endsWith(`/${chainId}`));
    return { id, value: partUsd(counted), reliesOn: ownReliances(onChain, counted) };
  });
}

function ownReliances(vaults: readonly Vault[], counted: YieldPart): readonly Reliance[] {
  const { part } = counted;
  const vault = vaultOfPair(vaults, counted);
  if (vault === undefined) return [];
  const { contracts, spot, underlying, underlyingSymbol } = vault;
  const isAtClearinghouse = !part.id.startsWith("wallet/");
  const hasOptions = part.legs.length > 0;
  const isInCoin = isAtClearinghouse && part.settlesIn === "underlying";
  const quote = isInCoin ? undefined : vaults.find((one) => one.quote.symbol === part.quote)?.quote;
  const things: readonly (Thing | null)[] = [
    isAtClearinghouse ? { kind: "contract", address: contracts.clearinghouse, name: "Clearinghouse" } : null,
    hasOptions ? { kind: "oracle", address: contracts.oracle, name: "Settlement oracle" } : null,
    hasOptions ? { kind: "oracle", address: spot.feed, name: `${underlyingSymbol} price feed` } : null,
    isInCoin ? { kind: "quote", address: underlying.address, name: underlying.symbol } : null,
    quote === undefined ? null : { kind: "quote", address: quote.address, name: quote.symbol },
  ];
  return things.flatMap((thing) => (thing === null ? [] : [reliance(vault, thing)]));
}

/** A vault on the part's coin, of its quote if there is one: many coins have the same quote. A part of no coin has any vault of its quote. */
function vaultOfPair(vaults: readonly Vault[], { part, worth }: YieldPart): Vault | undefined {
  const isOfQuote = ({ quote }: Vault) => quote.symbol === part.quote;
  const fitting = vaults.filter((vault) =>
    worth.kind === "coin" ? vault.underlyingSymbol === worth.symbol : isOfQuote(vault),
  );
  return fitting.find(isOfQuote) ?? fitting[0];
}

/** The contract's address out of what tells exposures apart. */
export function relianceAddress({ id }: Pick<RelianceExposure, "id">): string {
  return id.slice(id.indexOf(":") + 1);
}

/** Names of what relies on it, each once. */
export function relyingNames({ parts }: RelianceExposure, names: ReadonlyMap<string, string>): readonly string[] {
  return [...names].filter(([id]) => parts.includes(id)).map(([, name]) => name);
}

/** Names of the holdings by their ids. */
export function holdingNames(holdings: readonly VaultHolding[]): ReadonlyMap<string, string> {
  return new Map(holdings.map(({ vault }) => [vaultPartId(vault), vaultTitle(vault)]));
}

/** Of the epoch that is open: at rest nothing is held. */
function makersOf({ epoch }: Vault, fills: readonly Fill[]) {
  return epoch.phase === "idle" ? [] : makerShares(fills.filter((fill) => fill.epoch === epoch.number));
}

function vaultReliances(vault: Vault): readonly Reliance[] {
  const { contracts, spot, asset, underlyingSymbol } = vault;
  const things = [
    { kind: "contract", address: contracts.clearinghouse, name: "Clearinghouse" },
    { kind: "contract", address: contracts.quoteBook, name: "Quote book" },
    { kind: "contract", address: contracts.policy, name: "Policy" },
    { kind: "oracle", address: contracts.oracle, name: "Settlement oracle" },
    { kind: "oracle", address: spot.feed, name: `${underlyingSymbol} price feed` },
    { kind: "quote", address: asset.address, name: asset.symbol },
  ] as const;
  return things.map((thing) => reliance(vault, thing));
}

type Thing = { readonly kind: Reliance["kind"]; readonly address: Address; readonly name: string };

/** The same address on another chain is another thing. */
function reliance({ chainId }: Vault, { kind, address, name }: Thing): Reliance {
  return { kind, id: `${chainId}:${address}`, name };
}
