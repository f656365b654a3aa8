import { vaultTitle } from "@/components/vault/vaultTitle";
import type { CsvColumn } from "@/lib/format/csvText";
import { exactDecimal } from "@/lib/format/formatToken";
import { isoTime } from "@/lib/format/isoTime";
import type { RequestLife } from "@/lib/vault/RequestLife";
import type { Vault } from "@/lib/vault/Vault";
import type { VaultBook } from "./activityBook";
import type { FlowRow } from "./flowRows";

const PRICE_DECIMALS = 18;
const LARGEST_PLAIN = 1e21;

/** A request and whose it is. */
export type LifeRecord = { readonly life: RequestLife; readonly vault: Vault };

type Named = { readonly vault: Vault };

const WHERE: readonly CsvColumn<Named>[] = [
  { name: "chain_id", meaning: "number of the chain", cell: ({ vault }) => String(vault.chainId) },
  { name: "vault", meaning: "the vault’s name", cell: ({ vault }) => vaultTitle(vault) },
  { name: "vault_address", meaning: "its address", cell: ({ vault }) => vault.address },
  { name: "asset", meaning: "what is deposited there", cell: ({ vault }) => vault.asset.symbol },
];

/** A request's amounts are in its own unit, and so is what became of them. */
const inUnit = (amount: bigint, { life, vault }: LifeRecord) =>
  exactDecimal(amount, life.kind === "deposit" ? vault.asset.decimals : vault.share.decimals);

/** One line a request. */
export const REQUEST_COLUMNS: readonly CsvColumn<LifeRecord>[] = [
  { name: "requested_at", meaning: "when it was asked for, UTC", cell: ({ life }) => isoTime(life.requestedAt) },
  ...WHERE,
  { name: "kind", meaning: "deposit, or redeem for a withdrawal", cell: ({ life }) => life.kind },
  {
    name: "unit",
    meaning: "what the amounts count: the asset of a deposit, the shares of a withdrawal",
    cell: ({ life, vault }) => (life.kind === "deposit" ? vault.asset.symbol : vault.share.symbol),
  },
  {
    name: "amount",
    meaning: "what was asked for; the sum of the next five",
    cell: (one) => inUnit(one.life.amount, one),
  },
  { name: "pending", meaning: "waits for the end of the epoch", cell: (one) => inUnit(one.life.pending, one) },
  { name: "claimable", meaning: "executed, not claimed", cell: (one) => inUnit(one.life.claimable, one) },
  { name: "claimed", meaning: "executed and claimed", cell: (one) => inUnit(one.life.claimed, one) },
  {
    name: "refundable",
    meaning: "cancelled or over the cap, can be taken back",
    cell: (one) => inUnit(one.life.refundable, one),
  },
  { name: "returned", meaning: "taken back", cell: (one) => inUnit(one.life.returned, one) },
  {
    name: "executed_at",
    meaning: "when it was executed, UTC; empty: not yet, or cancelled",
    cell: ({ life }) => (life.execution === null ? "" : isoTime(life.execution.at)),
  },
  {
    name: "epoch",
    meaning: "at whose end; empty: between epochs, or not executed",
    cell: ({ life }) => String(life.execution?.epoch ?? ""),
  },
  {
    name: "share_price",
    meaning: "of that execution, assets for one share",
    cell: ({ life }) => (life.execution === null ? "" : exactDecimal(life.execution.price, PRICE_DECIMALS)),
  },
  {
    name: "became",
    meaning: "shares of a deposit, assets of a withdrawal",
    cell: ({ life, vault }) =>
      life.execution === null
        ? ""
        : exactDecimal(life.execution.received, life.kind === "deposit" ? vault.share.decimals : vault.asset.decimals),
  },
  {
    name: "cancelled_at",
    meaning: "when it was cancelled, UTC",
    cell: ({ life }) => (life.cancelledAt === null ? "" : isoTime(life.cancelledAt)),
  },
  {
    name: "last_taken_at",
    meaning: "last claim or taking back, UTC",
    cell: ({ life }) => (life.lastTakenAt === null ? "" : isoTime(life.lastTakenAt)),
  },
  { name: "transaction", meaning: "in which it was asked for", cell: ({ life }) => life.transaction },
];

/** One line a cash flow. */
export const FLOW_COLUMNS: readonly CsvColumn<FlowRow>[] = [
  { name: "at", meaning: "when, UTC", cell: ({ flow }) => isoTime(flow.at) },
  ...WHERE,
  { name: "kind", meaning: "deposit, withdrawal, returned, sharesReceived, sharesSent", cell: ({ flow }) => flow.kind },
  { name: "direction", meaning: "in: into the vault; out: out of it", cell: ({ flow }) => (flow.isIn ? "in" : "out") },
  {
    name: "assets",
    meaning: "amount in the asset; of moved shares their value at share_price",
    cell: ({ flow, vault }) => exactDecimal(flow.assets, vault.asset.decimals),
  },
  {
    name: "shares",
    meaning: "shares that moved or were redeemed",
    cell: ({ flow, vault }) => (flow.shares === null ? "" : exactDecimal(flow.shares, vault.share.decimals)),
  },
  {
    name: "share_price",
    meaning: "assets for one share, where shares moved",
    cell: ({ flow }) => (flow.sharePrice === null ? "" : exactDecimal(flow.sharePrice, PRICE_DECIMALS)),
  },
  {
    name: "asset_usd",
    meaning: "dollars for one asset by the price feed at that time; a stablecoin counts as 1; empty: not known",
    cell: ({ flow }) => plainNumber(flow.assetUsd, 8),
  },
  { name: "usd", meaning: "assets × asset_usd", cell: ({ flow }) => plainNumber(flow.usd, 2) },
  { name: "other", meaning: "who sent the shares or got them", cell: ({ flow }) => flow.other ?? "" },
  { name: "transaction", meaning: "in which it happened", cell: ({ flow }) => flow.transaction },
];

const inAsset = (amount: bigint, { vault }: VaultBook) => exactDecimal(amount, vault.asset.decimals);

/** One line a vault. */
export const RESULT_COLUMNS: readonly CsvColumn<VaultBook>[] = [
  ...WHERE,
  { name: "in", meaning: "all that went in", cell: (book) => inAsset(book.basis.inAssets, book) },
  { name: "out", meaning: "all that came out", cell: (book) => inAsset(book.basis.outAssets, book) },
  {
    name: "value",
    meaning: "what is there, at the share price of the last settlement",
    cell: (book) => inAsset(book.result.valueAssets, book),
  },
  { name: "cost", meaning: "average cost of what is there", cell: (book) => inAsset(book.basis.costAssets, book) },
  {
    name: "realised",
    meaning: "what came out less its average cost",
    cell: (book) => inAsset(book.basis.realisedAssets, book),
  },
  { name: "unrealised", meaning: "value − cost", cell: (book) => inAsset(book.result.unrealisedAssets, book) },
  {
    name: "result",
    meaning: "realised + unrealised = value + out − in",
    cell: (book) => inAsset(book.result.resultAssets, book),
  },
  {
    name: "in_usd",
    meaning: "in, each flow at its own day’s price",
    cell: ({ basis }) => plainNumber(basis.inUsd, 2),
  },
  { name: "out_usd", meaning: "out, likewise", cell: ({ basis }) => plainNumber(basis.outUsd, 2) },
  { name: "value_usd", meaning: "value at the price now", cell: ({ result }) => plainNumber(result.valueUsd, 2) },
  { name: "cost_usd", meaning: "cost at the prices of the flows", cell: ({ basis }) => plainNumber(basis.costUsd, 2) },
  { name: "realised_usd", meaning: "realised in dollars", cell: ({ basis }) => plainNumber(basis.realisedUsd, 2) },
  {
    name: "unrealised_usd",
    meaning: "value_usd − cost_usd",
    cell: ({ result }) => plainNumber(result.unrealisedUsd, 2),
  },
  {
    name: "result_usd",
    meaning: "value_usd + out_usd − in_usd",
    cell: ({ result }) => plainNumber(result.resultUsd, 2),
  },
  {
    name: "share_cost",
    meaning: "average cost of one share still held, in the asset",
    cell: ({ basis: { shareCost } }) => (shareCost === null ? "" : exactDecimal(shareCost.assets, PRICE_DECIMALS)),
  },
  {
    name: "share_cost_usd",
    meaning: "the same in dollars",
    cell: ({ basis: { shareCost } }) => (shareCost === null ? "" : plainNumber(shareCost.usd, 6)),
  },
];

/** A number for a program; empty where there is none. */
function plainNumber(value: number, decimals: number): string {
  return Math.abs(value) < LARGEST_PLAIN ? value.toFixed(decimals) : "";
}
