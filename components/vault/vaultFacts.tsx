import { AddressText } from "@/components/ui/AddressText";
import type { Fact } from "@/components/ui/FactList";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatAge, formatDuration } from "@/lib/format/formatTimeLeft";
import { formatToken } from "@/lib/format/formatToken";
import { fixedText } from "@/lib/format/numberText";
import { bpsToNumber } from "@/lib/units/Bps";
import { wadToNumber } from "@/lib/units/Wad";
import type { StrategyLeg, VaultContracts } from "@/lib/vault/Vault";
import type { VaultFigures } from "./VaultFigures";

const HOUR_SECONDS = 3_600;

/** The contracts behind a vault and what each may do; who can change what, and what nobody can. */
export function vaultFacts(figures: VaultFigures, feedName: string): readonly Fact[] {
  const { vault } = figures;
  const { contracts } = vault;
  return [
    { label: "Vault", value: <AddressText address={vault.address} />, note: "ERC-7540, immutable, no proxy" },
    {
      label: "Share token",
      value: (
        <>
          {vault.share.symbol} <AddressText address={vault.share.address} />
        </>
      ),
      note: `ERC-20, ${vault.share.decimals} decimals; the vault is its own token`,
    },
    {
      label: "Owner",
      value: <AddressText name={ownerName(contracts)} address={contracts.owner} />,
      note: ownerNote(contracts),
    },
    { label: "Policy", value: <AddressText address={contracts.policy} />, note: policyNote(vault.legs) },
    ...roleFacts(figures),
    ...marketFacts(figures, feedName),
    ...moneyFacts(figures),
  ];
}

function ownerName({ ownerDelaySeconds }: VaultContracts): string {
  return ownerDelaySeconds === null ? "Account" : "Timelock";
}

function ownerNote({ ownerDelaySeconds }: VaultContracts): string {
  const when =
    ownerDelaySeconds === null
      ? "without a delay"
      : `${Math.round(ownerDelaySeconds / HOUR_SECONDS)} hours after announcing it`;
  return `sets bounds, fees and cap ${when}, never under an open epoch; cannot move deposits`;
}

function roleFacts({ vault: { contracts } }: VaultFigures): readonly Fact[] {
  return [
    {
      label: "Curator",
      value: <AddressText address={contracts.curator} />,
      note: "opens epochs: strikes, expiry and least price inside the policy, nothing else",
    },
    {
      label: "Guardian",
      value: <AddressText address={contracts.guardian} />,
      note: "can pause new deposits only; withdrawals and claims cannot be paused",
    },
  ];
}

function marketFacts({ vault, now, isSpotStale }: VaultFigures, feedName: string): readonly Fact[] {
  const { contracts, spot, terms } = vault;
  return [
    {
      label: "Oracle",
      value: <AddressText name={feedName} address={spot.feed} />,
      note: `answered ${formatAge(spot.updatedAt, now)}${isSpotStale ? ", too old to open an epoch" : ""}`,
    },
    {
      label: "Settlement",
      value: <AddressText address={contracts.oracle} />,
      note: "the feed’s first round at or after expiry, proven on chain; nobody can name a price",
    },
    {
      label: "Auction",
      value: <AddressText address={contracts.quoteBook} />,
      note: `posted quotes, open to see, ${formatDuration(BigInt(terms.saleSeconds))} a sale; filled best price first`,
    },
    {
      label: "Collateral",
      value: <AddressText address={contracts.clearinghouse} />,
      note: "clearinghouse; every option fully backed, no liquidation",
    },
  ];
}

function moneyFacts({ vault }: VaultFigures): readonly Fact[] {
  const { terms, asset } = vault;
  const management = formatPercent(bpsToNumber(terms.managementFee), 1);
  const performance = formatPercent(bpsToNumber(terms.performanceFee), 0);
  return [
    {
      label: "Fees",
      value: `${management} p.a. + ${performance} of profit`,
      note: "profit above the high-water mark; nothing on deposit or withdrawal",
    },
    {
      label: "Most at risk",
      value: `${formatPercent(bpsToNumber(terms.maxLoss), 1)} of assets`,
      note: "that the options of one epoch can cost, by the policy",
    },
    {
      label: "Cap",
      value: formatToken(terms.cap, asset),
      note: `least request ${formatToken(terms.minRequest, asset)}`,
    },
    {
      label: "Share price",
      value: `${fixedText(wadToNumber(vault.sharePrice), 6)} ${asset.symbol}`,
      note: `at the last settlement; high-water mark ${fixedText(wadToNumber(vault.highWaterMark), 6)} ${asset.symbol}`,
    },
  ];
}

function policyNote(legs: readonly StrategyLeg[]): string {
  const bounds = legs.map(({ isPut, side, minMoneyness, maxMoneyness }) => {
    const from = fixedText(bpsToNumber(minMoneyness) * 100, 0);
    const to = fixedText(bpsToNumber(maxMoneyness) * 100, 0);
    return `${side < 0 ? "sold" : "bought"} ${isPut ? "put" : "call"} ${from}–${to}%`;
  });
  return `legs fixed for ever; strikes in % of spot: ${bounds.join(", ")}`;
}
