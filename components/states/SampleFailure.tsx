"use client";

import { RpcUnreachableError } from "@/lib/errors/chainErrors";
import { ReadFailure } from "../vault/ReadFailure";

const FAILURE = new RpcUnreachableError(10);

/** A page that never got its numbers. */
export function SampleFailure() {
  return <ReadFailure error={FAILURE} level={1} onRetry={() => {}} />;
}
