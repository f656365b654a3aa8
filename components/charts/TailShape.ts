/** A share of all scenarios, above 0, that loses more than an amount above 0. */
export type TailPlace = { readonly loss: number; readonly beyond: number };

/** The worst losses one by one, and the law that is fitted to them, both by rising loss. */
export type TailShape = { readonly points: readonly TailPlace[]; readonly law: readonly TailPlace[] };

/** Texts of the picture and its table. */
export type TailLabels = {
  readonly loss: (loss: number) => string;
  readonly axis: (loss: number) => string;
  readonly share: (share: number) => string;
  readonly points: string;
  readonly law: string;
  readonly table: { readonly summary: string; readonly caption: string };
};
