import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import type { PinnedReader } from "@/lib/chain/pinnedReader";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import type { Address, Token } from "@/lib/vault/Token";
import { erc4626Abi } from "../erc4626/erc4626Abi";
import { tokenOf, tokenReads } from "../token/tokenReads";
import { poolAbi } from "./aaveAbi";
import { type ReserveConfiguration, reserveConfiguration } from "./reserveConfiguration";

/** A reserve of a pool, as of one block. */
export type Reserve = {
  readonly id: number;
  readonly asset: Token;
  /** The pool's token for the asset: one unit is one unit of the asset. */
  readonly lent: Token;
  readonly debtTokens: readonly Address[];
  readonly configuration: ReserveConfiguration;
  /** Yearly rate for lenders, 27 decimals. */
  readonly liquidityRate: bigint;
  readonly totalLent: bigint;
  /** What the pool has of the asset. */
  readonly available: bigint;
};

const NOWHERE = "0x0000000000000000000000000000000000000000";

/** Reads reserves of a pool in the order asked for; null for one that is none, or whose numbers make no sense. */
export async function readReserves(
  reader: PinnedReader,
  pool: Address,
  assets: readonly Address[],
): Promise<readonly (Reserve | null)[]> {
  return Promise.all(assets.map((asset) => readReserve(reader, pool, asset).catch(unreadable)));
}

/** One reserve's tokens answer for themselves alone; a node that fails, fails for all. */
function unreadable(cause: unknown): null {
  if (cause instanceof GarbledAnswerError) return null;
  throw cause;
}

async function readReserve(reader: PinnedReader, pool: Address, asset: Address): Promise<Reserve | null> {
  const { values } = await reader.read({
    reserve: contractRead({ address: pool, abi: poolAbi, functionName: "getReserveData", args: [asset] }),
    ...tokenReads(asset),
  });
  const { reserve, ...ofAsset } = values;
  const lent = reserve.aTokenAddress;
  if (lent === NOWHERE) return null;
  const token = tokenOf(asset, ofAsset);
  const configuration = reserveConfiguration(reserve.configuration);
  if (configuration.decimals !== token.decimals) throw new GarbledAnswerError(`decimals of ${asset}`);
  const { totalLent, available, ...ofLent } = await readLent(reader, { asset, lent });
  return {
    id: reserve.id,
    asset: token,
    lent: tokenOf(lent, ofLent),
    debtTokens: [reserve.stableDebtTokenAddress, reserve.variableDebtTokenAddress].filter((one) => one !== NOWHERE),
    configuration,
    liquidityRate: reserve.currentLiquidityRate,
    totalLent: totalLent ?? 0n,
    available: available ?? 0n,
  };
}

async function readLent(reader: PinnedReader, { asset, lent }: { readonly asset: Address; readonly lent: Address }) {
  const { values } = await reader.read({
    ...tokenReads(lent),
    totalLent: orNull(contractRead({ address: lent, abi: erc4626Abi, functionName: "totalSupply" })),
    available: orNull(contractRead({ address: asset, abi: erc20PermitAbi, functionName: "balanceOf", args: [lent] })),
  });
  return values;
}
