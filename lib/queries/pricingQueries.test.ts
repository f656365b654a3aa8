import { QueryClient, skipToken } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { PricingFailedError } from "@/lib/errors/pricingErrors";
import { putVault } from "@/lib/vault/vaultFixture";
import { vaultProduct } from "@/lib/vault/vaultProduct";
import type { PricingRequest } from "@/lib/workers/pricingProtocol";
import { pricingQueries } from "./pricingQueries";

/** One unit of the fixture's put, under one volatility. */
function scenario(volatility: number): PricingRequest<"scenario"> {
  const told = vaultProduct(putVault());
  if (!told.ok) throw new TypeError("the fixture's vault has sold options");
  const market = { model: { name: "black", volatility }, spot: 3450, timeToExpiryYears: 4 / 365 } as const;
  return { kind: "scenario", input: { product: told.product, market, spots: [3000, 3450] } };
}

describe("questions to the pricing worker", () => {
  test("default: the answer and the thread it was computed on, once for the same content", async () => {
    const client = new QueryClient();
    const first = await client.fetchQuery(pricingQueries.answer("a", scenario(0.6)));
    expect(first.ranOn).toBe("mainThread");
    expect(first.output.profits).toHaveLength(2);
    expect(await client.fetchQuery(pricingQueries.answer("a", scenario(0.6)))).toBe(first);
    expect(await client.fetchQuery(pricingQueries.answer("a", scenario(0.7)))).not.toEqual(first);
  });

  test("behavior: a question that was superseded is asked anew when it comes back", async () => {
    const client = new QueryClient();
    const [older, newer] = [pricingQueries.answer("b", scenario(0.6)), pricingQueries.answer("b", scenario(0.7))];
    const [dropped, kept] = await Promise.allSettled([client.fetchQuery(older), client.fetchQuery(newer)]);
    expect(dropped).toMatchObject({ status: "rejected", reason: { code: "pricingFailed", reason: "superseded" } });
    expect(kept.status).toBe("fulfilled");
    expect((await client.fetchQuery(older)).output.profits).toHaveLength(2);
  });

  test("behavior: without a question nothing is asked", () => {
    expect(pricingQueries.answer("c", undefined).queryFn).toBe(skipToken);
  });

  test("error: what the worker throws is one of the project's errors, with its cause", async () => {
    const broken = { kind: "scenario", input: null } as never;
    const asked = new QueryClient().fetchQuery(pricingQueries.answer("d", broken));
    await expect(asked).rejects.toBeInstanceOf(PricingFailedError);
    await expect(asked).rejects.toMatchObject({ reason: "failed", detail: expect.stringMatching(/null/) });
  });

  test("default: a fit is of the quotes' own, and says when they are too few", async () => {
    const query = pricingQueries.fit({ name: "heston", key: "ETH 1", quotes: [] });
    expect(query.queryKey).toEqual(["fit", { name: "heston", key: "ETH 1" }]);
    expect(await new QueryClient().fetchQuery(query)).toEqual({ ok: false, reason: "tooFewQuotes" });
  });
});
