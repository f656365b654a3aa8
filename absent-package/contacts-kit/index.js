/** Ledger's signer asks this first, and sends no contact to a device that cannot take one. */
export function resolveContactsVersionRequirements() {
  return { supported: false };
}

export const ETHEREUM_APP_NAME = "Ethereum";

/** Never reached: no device is said to take contacts. */
export function buildProvideContactPayload() {
  throw new Error("Contacts are not offered.");
}

/** Never reached: no device is said to take contacts. */
export function sendProvideContactPayload() {
  throw new Error("Contacts are not offered.");
}
