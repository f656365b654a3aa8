import { compoundedEpochs, type RealisedReturn } from "@/lib/vault/realisedReturn";

/** The newest settled epochs together, losing ones counted: what lists and the strip of a vault's page show. */
export type RealisedWindow = RealisedReturn;

/** How many epochs the lists look back. */
export const LIST_EPOCHS = 12;

/** The last twelve epochs, or as many as there are. */
export function realisedWindow({ epochs }: RealisedReturn): RealisedWindow {
  return compoundedEpochs(epochs.slice(-LIST_EPOCHS));
}
