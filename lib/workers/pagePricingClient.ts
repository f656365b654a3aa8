import type { PricingClient } from "./PricingClient";

let client: Promise<PricingClient> | undefined;

/** The page's one pricing client, loaded with the first question: nothing of it is in the first load. Tried anew after a failed load. */
export function pagePricingClient(): Promise<PricingClient> {
  client ??= import("./PricingClient").then(
    ({ createPricingClient }) => createPricingClient(),
    (error: unknown) => {
      client = undefined;
      throw error;
    },
  );
  return client;
}
