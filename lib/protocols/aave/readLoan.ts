import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { type ContractRead, contractRead, orNull } from "@/lib/chain/ContractRead";
import type { PinnedReader, ReadValues } from "@/lib/chain/pinnedReader";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { cleanTokenText } from "@/lib/format/cleanTokenText";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD, wad } from "@/lib/units/Wad";
import type { Loan, LoanPart } from "@/lib/vault/Loan";
import { healthOf } from "@/lib/vault/liquidationPrice";
import type { Address } from "@/lib/vault/Token";
import type { ListedReading } from "../listed/ListedReading";
import { addressesProviderAbi, oracleAbi, poolAbi } from "./aaveAbi";
import { type Reserve, readReserves } from "./readReserves";
import { reserveUse, usedReserves } from "./reserveConfiguration";

/** Dollars with 8 decimals: what the markets reckon in. */
const DOLLAR = 10n ** 8n;
/** A thousandth: what the pool rounds its mean threshold by is less. */
const EXPLAINED_WITHIN = WAD / 1_000n;

/**
 * What an account has pledged and owes in a pool, at the reading's block; null where it is neither. Throws GarbledAnswerError for a pool that does not reckon in dollars.
 */
export async function readLoan(reading: ListedReading, account: Address): Promise<Loan | null> {
  const { entry, reader } = reading;
  const { values } = await reader.read(accountReads(entry.address, account));
  const used = usedReserves(values.use);
  if (used.length === 0) return null;
  const [oracle, assets] = await Promise.all([
    readOracle(reader, values.provider),
    readAssets(reader, entry.address, used),
  ]);
  const reserves = await readReserves(reader, entry.address, assets);
  const priced = reserves.map((reserve) => reserve ?? refuse(entry.address));
  const parts = await Promise.all(
    priced.map((reserve) => readPart(reader, reserve, { account, oracle, use: values.use })),
  );
  return mapLoan(values, { reading, account, parts });
}

/** The assets of reserves by their numbers: the pool's list of reserves leaves out those that were dropped. */
async function readAssets(reader: PinnedReader, pool: Address, ids: readonly number[]): Promise<readonly Address[]> {
  const reads = ids.map((id) => {
    const read = contractRead({ address: pool, abi: poolAbi, functionName: "getReserveAddressById", args: [id] });
    return [String(id), read] as const;
  });
  const { values } = await reader.read(Object.fromEntries(reads));
  return Object.values(values);
}

function refuse(pool: Address): never {
  throw new GarbledAnswerError(`getReserveData of ${pool}`);
}

function accountReads(address: Address, account: Address) {
  const pool = { address, abi: poolAbi } as const;
  return {
    provider: contractRead({ ...pool, functionName: "ADDRESSES_PROVIDER" }),
    use: contractRead({ ...pool, functionName: "getUserConfiguration", args: [account] }),
    mode: orNull(contractRead({ ...pool, functionName: "getUserEMode", args: [account] })),
    account: contractRead({ ...pool, functionName: "getUserAccountData", args: [account] }),
  };
}

async function readOracle(reader: PinnedReader, provider: Address): Promise<Address> {
  const { values } = await reader.read({
    oracle: contractRead({ address: provider, abi: addressesProviderAbi, functionName: "getPriceOracle" }),
  });
  const { values: units } = await reader.read({
    unit: contractRead({ address: values.oracle, abi: oracleAbi, functionName: "BASE_CURRENCY_UNIT" }),
  });
  if (units.unit !== DOLLAR) throw new GarbledAnswerError(`BASE_CURRENCY_UNIT of ${values.oracle}`);
  return values.oracle;
}

type Owner = { readonly account: Address; readonly oracle: Address; readonly use: bigint };

async function readPart(reader: PinnedReader, reserve: Reserve, { account, oracle, use }: Owner): Promise<LoanPart> {
  const balanceOf = (address: Address): ContractRead<bigint> =>
    contractRead({ address, abi: erc20PermitAbi, functionName: "balanceOf", args: [account] });
  const debts = reserve.debtTokens.map((token, index) => [`debt${index}`, balanceOf(token)] as const);
  const asset = reserve.asset.address;
  const price = contractRead({ address: oracle, abi: oracleAbi, functionName: "getAssetPrice", args: [asset] });
  const own = { lent: balanceOf(reserve.lent.address), price };
  const [{ values }, owed] = await Promise.all([reader.read(own), reader.read(Object.fromEntries(debts))]);
  const { isCollateral } = reserveUse(use, reserve.id);
  return {
    asset: reserve.asset,
    collateral: tokenAmount(isCollateral ? values.lent : 0n),
    debt: tokenAmount(Object.values(owed.values).reduce((sum, debt) => sum + debt, 0n)),
    price: price8(values.price),
    liquidationThreshold: reserve.configuration.liquidationThreshold,
  };
}

type Read = { readonly reading: ListedReading; readonly account: Address; readonly parts: readonly LoanPart[] };

function mapLoan(values: ReadValues<ReturnType<typeof accountReads>>, { reading, account, parts }: Read): Loan {
  const { entry, block, chainId } = reading;
  const [collateralValue, debtValue, , threshold, , factor] = values.account;
  const health = debtValue === 0n ? null : wad(factor);
  const weighed = values.mode === 0n ? parts : withThreshold(parts, threshold);
  return {
    chainId,
    pool: entry.address,
    poolName: cleanTokenText(entry.name ?? "Aave"),
    owner: account,
    blockNumber: block.number,
    blockTimestamp: block.timestamp,
    collateralValue: price8(collateralValue),
    debtValue: price8(debtValue),
    liquidationThreshold: bps(threshold),
    health,
    parts: weighed,
    isExplained: isExplained(health, healthOf(weighed)),
  };
}

/** In a mode of its own an account's collateral counts otherwise than its reserves say: with one kind of it the pool's mean is that one's. */
function withThreshold(parts: readonly LoanPart[], threshold: bigint): readonly LoanPart[] {
  const pledged = parts.filter(({ collateral }) => collateral > 0n);
  if (pledged.length !== 1) return parts;
  return parts.map((part) => (part.collateral > 0n ? { ...part, liquidationThreshold: bps(threshold) } : part));
}

function isExplained(told: bigint | null, found: bigint | null): boolean {
  if (told === null || found === null) return told === found;
  const apart = told > found ? told - found : found - told;
  return apart * WAD <= told * EXPLAINED_WITHIN;
}
