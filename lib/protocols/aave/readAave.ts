import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { contractRead } from "@/lib/chain/ContractRead";
import { cleanTokenText } from "@/lib/format/cleanTokenText";
import { powerOfTen } from "@/lib/units/rounding";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD, wad } from "@/lib/units/Wad";
import type { Loan } from "@/lib/vault/Loan";
import type { Address } from "@/lib/vault/Token";
import { withdrawable } from "@/lib/vault/withdrawable";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";
import type { ListedAnswer, ListedReading } from "../listed/ListedReading";
import { poolAbi } from "./aaveAbi";
import { readLoan } from "./readLoan";
import { type Reserve, readReserves } from "./readReserves";

/** Where no entry names the assets, so many reserves of a pool are shown at most. */
const MOST_RESERVES = 40;
const RAY_PER_WAD = 10n ** 9n;
/** What stands for "no bound" where a pool has none. */
const UNBOUNDED = 2n ** 256n - 1n;

/**
 * Reads an Aave v3 pool at one block: each reserve that the registry names is a vault (all of them where it names none), and the
 * account's loan. A reserve that makes no sense is left out; where the pool is none it throws.
 */
export async function readAave(reading: ListedReading): Promise<ListedAnswer> {
  const { entry, reader, account } = reading;
  const pool = { address: entry.address, abi: poolAbi } as const;
  const { values } = await reader.read({ listed: contractRead({ ...pool, functionName: "getReservesList" }) });
  const wanted = entry.assets.length > 0 ? entry.assets : values.listed.slice(0, MOST_RESERVES);
  const [reserves, loan] = await Promise.all([
    readReserves(reader, entry.address, wanted),
    account === null ? null : readLoan(reading, account),
  ]);
  const found = reserves.filter((reserve) => reserve !== null);
  const positions =
    account === null ? [] : await Promise.all(found.map((one) => readPosition(reading, one, { account, loan })));
  return { vaults: found.map((reserve) => mapReserve(reserve, reading)), positions, loan };
}

function mapReserve(reserve: Reserve, { entry, block, chainId }: ListedReading): YieldVault {
  const { asset, lent, configuration } = reserve;
  const isOpen = configuration.isActive && !configuration.isFrozen && !configuration.isPaused;
  return {
    chainId,
    protocol: "aave",
    address: lent.address,
    entrance: entry.address,
    blockNumber: block.number,
    blockTimestamp: block.timestamp,
    name: cleanTokenText(`${entry.name ?? "Aave"} ${asset.symbol}`),
    share: lent,
    asset,
    totalAssets: tokenAmount(reserve.totalLent),
    totalShares: shares(reserve.totalLent),
    sharePrice: WAD,
    liquidity: tokenAmount(reserve.available),
    yearlyRate: wad(reserve.liquidityRate / RAY_PER_WAD),
    isEnterable: isOpen && entry.assets.length > 0,
  };
}

type Lender = { readonly account: Address; readonly loan: Loan | null };

async function readPosition(
  { entry, reader }: ListedReading,
  reserve: Reserve,
  { account, loan }: Lender,
): Promise<YieldPosition> {
  const { asset, lent, configuration } = reserve;
  const balance = { abi: erc20PermitAbi, functionName: "balanceOf", args: [account] } as const;
  const token = { address: asset.address, abi: erc20PermitAbi } as const;
  const { values } = await reader.read({
    held: contractRead({ address: lent.address, ...balance }),
    walletAssets: contractRead({ address: asset.address, ...balance }),
    allowance: contractRead({ ...token, functionName: "allowance", args: [account, entry.address] }),
  });
  const free = withdrawable(loan, asset.address, values.held);
  const paid = configuration.isActive && !configuration.isPaused ? least(free, reserve.available) : 0n;
  return {
    vault: lent.address,
    owner: account,
    shares: shares(values.held),
    assets: tokenAmount(values.held),
    maxDeposit: tokenAmount(room(reserve)),
    maxWithdraw: tokenAmount(paid),
    maxRedeem: shares(paid),
    walletAssets: tokenAmount(values.walletAssets),
    assetAllowance: tokenAmount(values.allowance),
  };
}

function room({ configuration, asset, totalLent }: Reserve): bigint {
  const { isActive, isFrozen, isPaused, supplyCap } = configuration;
  if (!isActive || isFrozen || isPaused) return 0n;
  if (supplyCap === 0n) return UNBOUNDED;
  const left = supplyCap * powerOfTen(asset.decimals) - totalLent;
  return left > 0n ? left : 0n;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
