import type { RandomStream } from "@/lib/math/randomStream";
import {
  type AuctionPace,
  liquidationFactor,
  type SliceInput,
  slicePayment,
  takenBySlice,
} from "@/lib/products/liquidation";
import { bps } from "@/lib/units/Bps";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { wad } from "@/lib/units/Wad";

type Row = { readonly pace: AuctionPace; readonly elapsed: bigint; readonly slice: SliceInput; readonly size: bigint };

const ROWS = 400;
const LARGEST_SIZE = 2n ** 127n - 1n;

/** Slices of any size at any moment of any auction, as columns of slices.json. */
export function sliceColumns(random: RandomStream): Record<string, string[]> {
  const rows = [...EDGES.map((edge) => row(random, edge)), ...Array.from({ length: ROWS }, () => row(random, {}))];
  const payments = rows.map(({ slice }) => slicePayment(slice));
  return {
    startFactorBps: rows.map(({ pace }) => String(pace.startFactorBps)),
    maxFactorBps: rows.map(({ pace }) => String(pace.maxFactorBps)),
    riseSeconds: rows.map(({ pace }) => String(pace.riseSeconds)),
    elapsed: rows.map(({ elapsed }) => String(elapsed)),
    factorBps: rows.map(({ slice }) => String(slice.factorBps)),
    collateral: rows.map(({ slice }) => String(slice.collateral)),
    maintenance: rows.map(({ slice }) => String(slice.maintenance)),
    fund: rows.map(({ slice }) => String(slice.fund)),
    sliceBps: rows.map(({ slice }) => String(slice.sliceBps)),
    fromAccount: payments.map(({ fromAccount }) => String(fromAccount)),
    fromFund: payments.map(({ fromFund }) => String(fromFund)),
    size: rows.map(({ size }) => String(size)),
    taken: rows.map(({ size, slice }) => String(takenBySlice(wad(size), slice.sliceBps))),
  };
}

/** Nothing to take, a unit of everything, the largest numbers, exactly the whole. */
const EDGES: readonly Partial<{ collateral: bigint; maintenance: bigint; elapsed: bigint; size: bigint }>[] = [
  { collateral: 0n },
  { collateral: 0n, maintenance: 1n, elapsed: 14_400n },
  { collateral: 19n },
  { collateral: 20n },
  { collateral: 21n },
  { elapsed: 0n },
  { elapsed: 2n ** 32n - 1n },
  { size: -1n },
  { size: 1n },
  { size: LARGEST_SIZE },
  { size: -LARGEST_SIZE },
  { collateral: 2n ** 128n, maintenance: 2n ** 129n, elapsed: 14_400n },
];

function row(random: RandomStream, edge: (typeof EDGES)[number]): Row {
  const pace = {
    startFactorBps: bps(1n + below(random, 10_000n)),
    maxFactorBps: bps(10_000n + below(random, 10_001n)),
    riseSeconds: 1n + below(random, 7_200n),
  };
  const elapsed = edge.elapsed ?? below(random, 20_000n);
  const maintenance = edge.maintenance ?? 1n + below(random, 10n ** BigInt(1 + Math.floor(random.uniform() * 24)));
  const collateral = edge.collateral ?? below(random, maintenance);
  const slice = {
    collateral: tokenAmount(collateral),
    maintenance: tokenAmount(maintenance),
    fund: tokenAmount(random.uniform() < 0.5 ? maintenance : below(random, 1n + maintenance / 50n)),
    sliceBps: bps(1n + below(random, 2_000n)),
    factorBps: liquidationFactor(pace, elapsed),
  };
  const size = edge.size ?? below(random, 2n * 10n ** 21n) - 10n ** 21n;
  return { pace, elapsed, slice, size: size === 0n ? 1n : size };
}

function below(random: RandomStream, limit: bigint): bigint {
  return (BigInt(Math.floor(random.uniform() * 2 ** 52)) * limit) / 2n ** 52n;
}
