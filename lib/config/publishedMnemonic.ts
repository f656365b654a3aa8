/**
 * The mnemonic that anvil, hardhat and foundry publish in their documentation, under which local chains fund accounts. Everybody knows
 * its keys: never send real money to them. What the production profile imports may not import it (`e2e/build/profiles.spec.ts` looks).
 */
export const PUBLISHED_MNEMONIC = "test test test test test test test test test test test junk";
