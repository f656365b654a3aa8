import { hashDomain, hashStruct, hexToBytes, parseTransaction } from "viem";

/** The fields of an unsigned EIP-1559 transaction that the signer reads. It is given no other kind. */
const Transaction = {
  from(serialized) {
    const { chainId, to, data, value, type } = parseTransaction(serialized);
    if (type !== "eip1559") throw new Error("Only EIP-1559 transactions are signed.");
    return { chainId, to, data: data ?? "0x", value: value ?? 0n, type: 2, unsignedSerialized: serialized };
  },
};

export const ethers = { Transaction };

export const getBytes = hexToBytes;

/** What the signer hashes when it falls back to a bare hash; the wallet's transport refuses to send that. */
export const TypedDataEncoder = {
  hashDomain: (domain) => hashDomain({ domain, types: { EIP712Domain: domainFields(domain) } }),
  hashStruct: (primaryType, types, message) => hashStruct({ data: message, primaryType, types }),
};

/** Legacy transactions alone are taken apart with these, and none is signed. */
export function decodeRlp() {
  throw new Error("Only EIP-1559 transactions are signed.");
}

export const encodeRlp = decodeRlp;

const DOMAIN = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
  { name: "salt", type: "bytes32" },
];

function domainFields(domain) {
  return DOMAIN.filter(({ name }) => domain[name] !== undefined);
}
