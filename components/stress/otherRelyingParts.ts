import { PROTOCOL_NAME } from "@/components/listed/yieldTexts";
import type { OtherHoldings } from "@/components/portfolio/otherHoldings";
import { partUsd } from "@/lib/risk/partUsd";
import type { Reliance, RelyingPart } from "@/lib/risk/stress/relianceExposures";
import { debtPartId, listedPartId, type YieldPart } from "@/lib/risk/yieldParts";
import type { Address } from "@/lib/vault/Token";
import type { YieldVault } from "@/lib/vault/YieldVault";

type Elsewhere = Pick<OtherHoldings, "vaults" | "loans" | "parts">;

/**
 * What each position in another protocol relies on: the contract that is its share, the pool behind it where there is one, and its token. A debt takes away
 * from the exposure to its pool and to the token that is owed, as both would have to fail together with what is lent there.
 */
export function otherRelyingParts(others: Elsewhere): readonly RelyingPart[] {
  return others.parts.map((part) => ({
    id: part.part.id,
    value: partUsd(part),
    reliesOn: reliancesOf(part, others),
  }));
}

function reliancesOf({ part: { id } }: YieldPart, { vaults, loans }: Elsewhere): readonly Reliance[] {
  const vault = vaults.find((one) => id === listedPartId(one));
  if (vault !== undefined) return vaultReliances(vault);
  for (const { chainId, pool, poolName, parts } of loans)
    for (const { asset } of parts) {
      if (id !== debtPartId({ chainId, pool }, asset.address)) continue;
      return [
        reliance(chainId, { kind: "protocol", address: pool, name: poolName }),
        reliance(chainId, { kind: "quote", address: asset.address, name: asset.symbol }),
      ];
    }
  return [];
}

function vaultReliances({ chainId, protocol, address, entrance, name, share, asset }: YieldVault): readonly Reliance[] {
  const isPooled = entrance.toLowerCase() !== address.toLowerCase();
  return [
    reliance(chainId, { kind: "contract", address, name: isPooled ? share.symbol : name }),
    ...(isPooled ? [reliance(chainId, { kind: "protocol", address: entrance, name: PROTOCOL_NAME[protocol] })] : []),
    reliance(chainId, { kind: "quote", address: asset.address, name: asset.symbol }),
  ];
}

type Thing = { readonly kind: Reliance["kind"]; readonly address: Address; readonly name: string };

/** The same address on another chain is another thing. */
function reliance(chainId: number, { kind, address, name }: Thing): Reliance {
  return { kind, id: `${chainId}:${address}`, name };
}
