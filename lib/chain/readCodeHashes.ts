import { type Address, concat, type Hex, numberToHex, size, slice } from "viem";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

const WORD = 32;

/**
 * The keccak-256 of the code at each address, in order, in one `eth_call` and 32 bytes each: a call to nobody runs a few
 * instructions that ask the chain for the hashes, so that no code travels. It is asked of no contract, which could lie.
 * An address without code answers with zeros, or with the hash of nothing.
 */
export async function readCodeHashes(client: ChainClient, addresses: readonly Address[]): Promise<readonly Hex[]> {
  const data = question(addresses);
  const answer = await client
    .request({ method: "eth_call", params: [{ data }, "latest"] })
    .catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  if (size(answer) !== WORD * (addresses.length + 1)) throw new GarbledAnswerError("EXTCODEHASH");
  return addresses.map((_, index) => slice(answer, WORD * (index + 1), WORD * (index + 2)));
}

/**
 * PUSH20 address, EXTCODEHASH, PUSH2 place, MSTORE for each; then PUSH2 length, PUSH1 0, RETURN. The first word stays zero:
 * what a creation returns is taken for code, and code that starts with 0xEF is refused.
 */
function question(addresses: readonly Address[]): Hex {
  const steps = addresses.map((address, index) =>
    concat(["0x73", address, "0x3f61", numberToHex(WORD * (index + 1), { size: 2 }), "0x52"]),
  );
  return concat([...steps, "0x61", numberToHex(WORD * (addresses.length + 1), { size: 2 }), "0x6000f3"]);
}
