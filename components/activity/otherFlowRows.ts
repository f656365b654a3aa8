import type { ListedVaultRow } from "@/components/listed/listedVaults";
import type { ListedFlows } from "@/hooks/useListedFlows";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { YieldFlow } from "@/lib/vault/YieldFlow";
import type { YieldVault } from "@/lib/vault/YieldVault";

/** A flow through another protocol, with the vault that it is of; null where none of those that are read has its token. */
export type OtherFlowRow = { readonly flow: YieldFlow; readonly vault: YieldVault | null; readonly entryName: string };

/** What went into a vault of another protocol, what came out, and what is there. */
export type OtherResult = {
  readonly vault: YieldVault;
  readonly inAssets: bigint;
  readonly outAssets: bigint;
  readonly valueAssets: TokenAmount;
  /** Value + out − in. Null where the shares of the flows are not the shares held: then some came or went without a flow. */
  readonly resultAssets: bigint | null;
};

/** What each kind of flow is called. */
export const OTHER_FLOW_WORDS: Readonly<Record<YieldFlow["kind"], string>> = {
  deposit: "Deposit",
  withdrawal: "Withdrawal",
  borrowing: "Borrowed",
  repayment: "Paid back",
  liquidation: "Liquidated: debt paid",
};

/** All flows, the newest first. */
export function otherFlowRows(
  listed: readonly ListedFlows[],
  rows: readonly ListedVaultRow[],
): readonly OtherFlowRow[] {
  return listed
    .flatMap((one) =>
      one.ok
        ? one.flows.map((flow) => ({
            flow,
            vault: rows.find(({ vault }) => isOf(flow, vault))?.vault ?? null,
            entryName: one.entry.name ?? one.entry.address,
          }))
        : [],
    )
    .toReversed()
    .toSorted((a, b) => Number(b.flow.at - a.flow.at));
}

/** The result of each vault that the account ever put something into or has something in. */
export function otherResults(flows: readonly OtherFlowRow[], rows: readonly ListedVaultRow[]): readonly OtherResult[] {
  return rows.flatMap(({ vault, position }) => {
    if (position === undefined) return [];
    const own = flows.filter((one) => one.vault?.address === vault.address).map(({ flow }) => flow);
    const moved = own.filter(({ kind }) => kind === "deposit" || kind === "withdrawal");
    if (moved.length === 0 && position.shares === 0n) return [];
    const sumOf = (kind: YieldFlow["kind"]) =>
      moved.reduce((sum, flow) => sum + (flow.kind === kind ? flow.assets : 0n), 0n);
    const inAssets = sumOf("deposit");
    const outAssets = sumOf("withdrawal");
    const isWhole = sharesOf(moved) === position.shares;
    const resultAssets = isWhole ? position.assets + outAssets - inAssets : null;
    return [{ vault, inAssets, outAssets, valueAssets: position.assets, resultAssets }];
  });
}

/** Shares that the flows leave behind; null where the protocol does not count them. */
function sharesOf(flows: readonly YieldFlow[]): bigint | null {
  let sum = 0n;
  for (const { kind, shares } of flows) {
    if (shares === null) return null;
    sum += kind === "deposit" ? shares : -shares;
  }
  return sum;
}

function isOf({ entrance, asset }: YieldFlow, vault: YieldVault): boolean {
  if (entrance.toLowerCase() !== vault.entrance.toLowerCase()) return false;
  return asset === null || asset.toLowerCase() === vault.asset.address.toLowerCase();
}
