/** The key under which a wallet tells what it can do on every chain. */
const EVERY_CHAIN = "0x0";

/**
 * Does the answer of `wallet_getCapabilities` promise, for exactly this chain, that calls are carried out together or not
 * at all? What it says of the chain itself counts before what it says of all chains. `ready` is a no: it means that the wallet
 * would first sign an EIP-7702 authorisation. Anything may come from a wallet; whatever is not laid out as EIP-5792 says is a no.
 */
export function atomicOn(answer: unknown, chainId: number): boolean {
  const chains = fieldsOf(answer);
  const own = fieldsOf(chains.get(`0x${chainId.toString(16)}`));
  const all = fieldsOf(chains.get(EVERY_CHAIN));
  const atomic = fieldsOf(own.has("atomic") ? own.get("atomic") : all.get("atomic"));
  return atomic.get("status") === "supported";
}

/** Fields by their names, hex digits in either case; none of what is not a plain object. */
function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]));
}
