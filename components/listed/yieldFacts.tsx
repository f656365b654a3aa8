import { AddressText } from "@/components/ui/AddressText";
import type { Fact } from "@/components/ui/FactList";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatToken } from "@/lib/format/formatToken";
import { fixedText } from "@/lib/format/numberText";
import { wadToNumber } from "@/lib/units/Wad";
import type { YieldVault } from "@/lib/vault/YieldVault";

/** What is known of a vault of another protocol: its figures now, and its contracts. */
export function yieldFacts(vault: YieldVault): readonly Fact[] {
  const { asset, share, liquidity, yearlyRate } = vault;
  return [
    {
      label: "Asset",
      value: <AddressText name={asset.symbol} address={asset.address} />,
      note: `${asset.decimals} decimals`,
    },
    {
      label: "Share price now",
      value: `${fixedText(wadToNumber(vault.sharePrice), 6)} ${asset.symbol}`,
      note: vault.protocol === "aave" ? "interest grows the balance, not the price" : "by the vault’s own word",
    },
    { label: "Deposits", value: formatToken(vault.totalAssets, asset), note: "of all depositors" },
    {
      label: "Liquidity",
      value: liquidity === null ? "not told" : formatToken(liquidity, asset),
      note: liquidity === null ? "the contract does not say" : "can be taken out at once by all together",
    },
    {
      label: "Yield",
      value: yearlyRate === null ? "not told" : `${formatPercent(wadToNumber(yearlyRate), 2)} a year now`,
      note: yearlyRate === null ? "the share price shows it" : "before compounding; changes every block",
    },
    {
      label: "Share token",
      value: <AddressText name={share.symbol} address={share.address} />,
      note: `${share.decimals} decimals`,
    },
    {
      label: "Deposits go to",
      value: <AddressText address={vault.entrance} />,
      note: "another protocol’s contract, not ours",
    },
  ];
}
