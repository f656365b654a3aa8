import type { Address } from "@/lib/vault/Token";

/** The part of ERC-7730 (version 2) that is used here: how a wallet writes calls and typed messages on its own screen. */
export type Descriptor = {
  readonly $schema: string;
  readonly context: { readonly $id: string } & (
    | { readonly contract: { readonly deployments: readonly DescribedContract[] } }
    | { readonly eip712: { readonly deployments: readonly DescribedContract[] } }
  );
  readonly metadata: {
    readonly owner: string;
    readonly contractName: string;
    readonly constants?: Readonly<Record<string, string>>;
  };
  readonly display: { readonly formats: Readonly<Record<string, DisplayFormat>> };
};

/** A contract that a descriptor holds for, and no other. */
export type DescribedContract = { readonly chainId: number; readonly address: Address };

/** How one function or message is written. Keyed by its signature with the names of its arguments. */
export type DisplayFormat = { readonly intent: string; readonly fields: readonly (DisplayField | FieldGroup)[] };

/** One line. The path is that of the argument, or `@.value` for the coins sent along. */
export type DisplayField = {
  readonly path: string;
  readonly label: string;
  readonly format: "addressName" | "amount" | "date" | "raw" | "tokenAmount" | "tokenTicker" | "unit";
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly visible?: "never" | "optional" | { readonly ifNotIn: readonly number[] };
};

/** The members of a list's elements, element by element. */
export type FieldGroup = {
  readonly label: string;
  readonly iteration: "bundled";
  readonly fields: readonly DisplayField[];
};
