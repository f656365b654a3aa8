import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import type { Fill } from "@/lib/vault/Epoch";
import { impliedVolatilityOfFills } from "@/lib/vault/impliedVolatilityOfFills";
import type { VaultState } from "../plan/KeeperState";
import type { PinnedReads } from "./KeeperChain";

/**
 * The annualised volatility at which the vault's last epoch was sold, by the screens' own function; null when nothing was
 * sold. Asked only while the vault rests, because only an opening needs it.
 */
export async function readFillsVolatility(pinned: PinnedReads, state: VaultState): Promise<number | null> {
  const { epoch } = state;
  if (epoch.phase !== "idle" || epoch.sizeSold === 0n) return null;
  const fills = await readFills(pinned, state);
  const sold = { ...state, epoch: { ...epoch, phase: "live" as const } };
  const implied = impliedVolatilityOfFills(sold, fills, pinned.now);
  return implied.ok ? implied.headline : null;
}

async function readFills({ reader, targets, blockNumber }: PinnedReads, state: VaultState): Promise<readonly Fill[]> {
  const logs = await reader.getContractEvents({
    address: targets.quoteBook,
    abi: quoteBookAbi,
    eventName: "QuoteFilled",
    args: { vault: state.address, epoch: BigInt(state.epoch.number) },
    fromBlock: targets.startBlock,
    toBlock: blockNumber,
    strict: true,
  });
  const blocks = [...new Set(logs.map((log) => log.blockNumber))];
  const headers = await Promise.all(blocks.map((number) => reader.getBlock({ blockNumber: number })));
  const times = new Map(headers.map(({ number, timestamp }) => [number, timestamp]));
  return logs.map(({ args, blockNumber: number }) => ({
    epoch: Number(args.epoch),
    maker: args.maker,
    size: wad(args.size),
    legPrices: args.legPrices.map(tokenAmount),
    premium: tokenAmount(args.premium),
    filledAt: unixSeconds(times.get(number) ?? 0n),
  }));
}
