import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import type { ReadValues } from "@/lib/chain/pinnedReader";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { cleanTokenText, UNNAMED } from "@/lib/format/cleanTokenText";
import { formatAddress } from "@/lib/format/formatAddress";
import { powerOfTen } from "@/lib/units/rounding";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { type Wad, wad } from "@/lib/units/Wad";
import type { Address, Token } from "@/lib/vault/Token";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";
import type { ListedAnswer, ListedReading } from "../listed/ListedReading";
import { textRead, tokenOf, tokenReads } from "../token/tokenReads";
import { erc4626Abi } from "./erc4626Abi";

/**
 * Reads an ERC-4626 vault, and what an account has in it, all at one block. Throws what stands in the way:
 * GarbledAnswerError where it is no such vault, its numbers make no sense, or its asset is not the registry's.
 */
export async function readErc4626(reading: ListedReading): Promise<ListedAnswer> {
  const { entry, reader, account } = reading;
  const { values } = await reader.read(vaultReads(entry.address));
  const share = tokenOf(entry.address, { symbol: values.symbol, decimals: values.decimals });
  const asset = await readAsset(reading, values.asset);
  const sharePrice = await readSharePrice(reading, share, asset);
  const vault = mapVault(values, { reading, share, asset, sharePrice });
  const positions = account === null ? [] : [await readPosition(reading, vault, account)];
  return { vaults: [vault], positions, loan: null };
}

function vaultReads(address: Address) {
  const vault = { address, abi: erc4626Abi } as const;
  return {
    ...tokenReads(address),
    name: textRead(address, "name"),
    asset: contractRead({ ...vault, functionName: "asset" }),
    totalAssets: contractRead({ ...vault, functionName: "totalAssets" }),
    totalSupply: contractRead({ ...vault, functionName: "totalSupply" }),
  };
}

async function readAsset({ entry, reader }: ListedReading, address: Address): Promise<Token> {
  const [named] = entry.assets;
  const isNamed = named === undefined || named.toLowerCase() === address.toLowerCase();
  if (!isNamed || address === entry.address) throw new GarbledAnswerError(`asset of ${entry.address}`);
  const { values } = await reader.read(tokenReads(address));
  return tokenOf(address, values);
}

/** So many shares that what they are worth has 18 decimals more than the price; a vault that cannot count so far is asked for one share. */
async function readSharePrice({ entry, reader }: ListedReading, share: Token, asset: Token): Promise<Wad> {
  const more = Math.max(18 - asset.decimals, 0);
  const worth = (count: bigint) =>
    contractRead({ address: entry.address, abi: erc4626Abi, functionName: "convertToAssets", args: [count] });
  const { values } = await reader.read({
    fine: orNull(worth(powerOfTen(share.decimals + more))),
    plain: orNull(worth(powerOfTen(share.decimals))),
  });
  const scaled = values.fine ?? (values.plain === null ? null : values.plain * powerOfTen(more));
  if (scaled === null) throw new GarbledAnswerError(`convertToAssets of ${entry.address}`);
  return wad(scaled / powerOfTen(Math.max(asset.decimals - 18, 0)));
}

type Read = {
  readonly reading: ListedReading;
  readonly share: Token;
  readonly asset: Token;
  readonly sharePrice: Wad;
};

function mapVault(values: ReadValues<ReturnType<typeof vaultReads>>, read: Read): YieldVault {
  const { reading, share, asset, sharePrice } = read;
  const { entry, block, chainId } = reading;
  return {
    chainId,
    protocol: "erc4626",
    address: entry.address,
    entrance: entry.address,
    blockNumber: block.number,
    blockTimestamp: block.timestamp,
    name: nameOf(entry, values.name),
    share,
    asset,
    totalAssets: tokenAmount(values.totalAssets),
    totalShares: shares(values.totalSupply),
    sharePrice,
    liquidity: null,
    yearlyRate: null,
    isEnterable: entry.assets.length > 0,
  };
}

/** What the registry calls it, else what it calls itself; one that says nothing readable is told from others by its address. */
function nameOf({ name, address }: ListedReading["entry"], told: string | null): string {
  const text = cleanTokenText(name ?? told ?? "");
  return text === UNNAMED ? `Unnamed vault ${formatAddress(address)}` : text;
}

/** A limit that the vault does not tell is none at all: deposits and withdrawals are then not offered. */
async function readPosition({ reader }: ListedReading, vault: YieldVault, account: Address): Promise<YieldPosition> {
  const own = { address: vault.address, abi: erc4626Abi } as const;
  const asset = { address: vault.asset.address, abi: erc20PermitAbi } as const;
  const { values } = await reader.read({
    shares: contractRead({ ...own, functionName: "balanceOf", args: [account] }),
    maxDeposit: orNull(contractRead({ ...own, functionName: "maxDeposit", args: [account] })),
    maxWithdraw: orNull(contractRead({ ...own, functionName: "maxWithdraw", args: [account] })),
    maxRedeem: orNull(contractRead({ ...own, functionName: "maxRedeem", args: [account] })),
    walletAssets: contractRead({ ...asset, functionName: "balanceOf", args: [account] }),
    allowance: contractRead({ ...asset, functionName: "allowance", args: [account, vault.entrance] }),
  });
  return {
    vault: vault.address,
    owner: account,
    shares: shares(values.shares),
    assets: tokenAmount(values.shares === 0n ? 0n : await readWorth(reader, vault, values.shares)),
    maxDeposit: tokenAmount(values.maxDeposit ?? 0n),
    maxWithdraw: tokenAmount(values.maxWithdraw ?? 0n),
    maxRedeem: shares(values.maxRedeem ?? 0n),
    walletAssets: tokenAmount(values.walletAssets),
    assetAllowance: tokenAmount(values.allowance),
  };
}

/** What leaving would pay now, fees included; a vault that does not pay now is asked what the shares are worth. */
async function readWorth(reader: ListedReading["reader"], vault: YieldVault, held: bigint): Promise<bigint> {
  const own = { address: vault.address, abi: erc4626Abi, args: [held] } as const;
  const { values } = await reader.read({
    paid: orNull(contractRead({ ...own, functionName: "previewRedeem" })),
    worth: contractRead({ ...own, functionName: "convertToAssets" }),
  });
  return values.paid ?? values.worth;
}
