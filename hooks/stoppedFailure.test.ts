import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { PricingFailedError } from "@/lib/errors/pricingErrors";
import { stoppedFailure } from "./stoppedFailure";

test("default: a failure is told by its words, none is none", () => {
  expect(stoppedFailure(new PricingFailedError("failed", "no such thing"))).toContain("no such thing");
  expect(stoppedFailure(null)).toBeUndefined();
});

test("behavior: what somebody stopped did not fail", async () => {
  const client = new QueryClient();
  const queryKey = ["long"];
  const asked = client
    .fetchQuery({
      queryKey,
      queryFn: ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", reject)),
    })
    .catch((error: Error) => error);
  await client.cancelQueries({ queryKey, exact: true }, { revert: false });
  const error = await asked;
  expect(error).toBeInstanceOf(Error);
  expect(stoppedFailure(error instanceof Error ? error : null)).toBeUndefined();
});
