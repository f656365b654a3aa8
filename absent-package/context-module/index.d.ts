/** What Ledger's signer asks for to say more on the device's screen. */
export interface ContextModule {
  getContexts(input: unknown, expectedTypes?: readonly unknown[]): Promise<never[]>;
  getFieldContext(field: unknown, expectedType: unknown): Promise<{ readonly type: "ERROR"; readonly error: Error }>;
  getTypedDataFilters(typedData: unknown): Promise<{ readonly type: "error"; readonly error: Error }>;
  report(parameters: unknown): Promise<void>;
}
