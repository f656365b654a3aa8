import type { ContextModule } from "@ledgerhq/context-module";

/**
 * What Ledger's signer knows besides the request: nothing. Its own module would ask Ledger's servers about tokens,
 * contracts and names, and report each signature to them.
 */
export const withoutContexts: ContextModule = {
  getContexts: async () => [],
  getFieldContext: async () => ({ type: "ERROR", error: NONE }),
  getTypedDataFilters: async () => ({ type: "error", error: NONE }),
  report: async () => undefined,
};

const NONE = new RangeError("There are no contexts.");
