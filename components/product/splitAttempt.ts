import type { Surroundings } from "@/components/transaction/useSurroundings";
import type { DepositAttempt } from "@/lib/transaction/depositObstacle";
import type { Intent } from "@/lib/transaction/Intent";
import { maxSpendable } from "@/lib/transaction/maxSpendable";
import type { Bps } from "@/lib/units/Bps";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Position } from "@/lib/vault/Position";
import type { Vault } from "@/lib/vault/Vault";
import { type ParsedWeights, weightedAmounts } from "./weights";

type SplitEntry = {
  readonly vaults: readonly Vault[];
  readonly parsed: ParsedWeights;
  readonly text: string;
  readonly positions: readonly Position[] | undefined;
  readonly surroundings: Surroundings;
  readonly now: UnixSeconds;
};

/** The split as an attempt that lib/transaction can judge; null while the weights are none. */
export function splitAttempt(entry: SplitEntry): DepositAttempt | null {
  const { vaults, parsed, text, positions, surroundings, now } = entry;
  const [first] = vaults;
  if (!parsed.ok || first === undefined) return null;
  const amount = parseTokenAmount(text, first.asset.decimals);
  const assets = amount.ok ? amount.amount : tokenAmount(0n);
  const amounts = weightedAmounts(assets, parsed.weights);
  const held = positions?.find(({ vault }) => vault.toLowerCase() === first.address.toLowerCase());
  return {
    wallet: surroundings.wallet,
    amount,
    token: first.asset,
    spendable: maxSpendable({ balance: held?.walletAssets ?? 0n, isCoin: false, gasReserve: 0n }),
    parts: vaults.flatMap((vault, index) =>
      parsed.weights[index] === 0n ? [] : [{ vault, assets: amounts[index] ?? tokenAmount(0n) }],
    ),
    isPaidInCoin: false,
    coins: surroundings.coins,
    now,
  };
}

type Split = {
  readonly vaults: readonly Vault[];
  readonly weights: readonly Bps[];
  readonly assets: TokenAmount;
  readonly prefersApproval: boolean;
  readonly storesAllocation: boolean;
};

/** The intent of one deposit over several vaults: the amounts that the router's own rounding will give. */
export function splitIntent({ vaults, weights, assets, prefersApproval, storesAllocation }: Split): Intent {
  const amounts = weightedAmounts(assets, weights);
  const parts = vaults.flatMap((vault, index) => {
    const part = amounts[index] ?? tokenAmount(0n);
    return part > 0n ? [{ vault: { address: vault.address, name: vault.name }, assets: part }] : [];
  });
  const asset = vaults[0]?.asset ?? { address: "0x", symbol: "", decimals: 0 };
  return { kind: "deposit", parts, asset, assets, isPaidInCoin: false, storesAllocation, prefersApproval };
}
