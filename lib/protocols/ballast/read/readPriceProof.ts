import { encodeFunctionData } from "viem";
import { settlementOracleAbi } from "@/contracts-abi/SettlementOracle";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import type { Vault } from "@/lib/vault/Vault";
import type { EncodedCall } from "../../plan/decodeCall";

/**
 * Whether an epoch that is over can be settled: it has its price or needs none (`given`), a feed's round proves it and anybody may hand
 * that round in (`provable`), or no round does yet (`none`).
 */
export type PriceProof =
  | { readonly kind: "given" }
  | { readonly kind: "provable"; readonly call: EncodedCall }
  | { readonly kind: "none" };

/** The oracle's own waits after an expiry: until the second feed counts, and until the last round before it does. */
const SECOND_FEED_AFTER_SECONDS = 86_400n;
const LAST_ROUND_AFTER_SECONDS = 604_800n;

/** What settles the expiry of the vault's epoch now, by the oracle's rule: the first feed, the second after a day, the last round after seven. */
export async function readPriceProof({ deployment, reader }: ChainSource, vault: Vault): Promise<PriceProof> {
  const { epoch, underlying, quote } = vault;
  if (epoch.sizeSold === 0n) return { kind: "given" };
  const oracle = { address: deployment.addresses.settlementOracle, abi: settlementOracleAbi } as const;
  const key = [underlying.address, quote.address, epoch.expiry] as const;
  const { block, values } = await reader.read({
    final: orNull(contractRead({ ...oracle, functionName: "settlementPrice", args: key })),
    first: orNull(contractRead({ ...oracle, functionName: "provingRound", args: [...key, false] })),
    second: orNull(contractRead({ ...oracle, functionName: "provingRound", args: [...key, true] })),
    last: orNull(contractRead({ ...oracle, functionName: "lastRoundBefore", args: key })),
  });
  const { final, first, second, last } = values;
  const late = block.timestamp - epoch.expiry;
  const provable = (calldata: EncodedCall["calldata"]): PriceProof => ({
    kind: "provable",
    call: { to: oracle.address, calldata, value: 0n },
  });
  if (final?.[0]) return { kind: "given" };
  if (first?.[0]) {
    const args = [...key, first[1]] as const;
    return provable(encodeFunctionData({ abi: settlementOracleAbi, functionName: "settle", args }));
  }
  if (second?.[0] && late >= SECOND_FEED_AFTER_SECONDS) {
    const args = [...key, second[1]] as const;
    return provable(encodeFunctionData({ abi: settlementOracleAbi, functionName: "settleFromSecondFeed", args }));
  }
  if (last === null || late < LAST_ROUND_AFTER_SECONDS) return { kind: "none" };
  const args = [...key, ...last] as const;
  return provable(encodeFunctionData({ abi: settlementOracleAbi, functionName: "settleFromLastRound", args }));
}
