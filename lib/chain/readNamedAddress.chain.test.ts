import {
  createClient,
  encodeAbiParameters,
  encodeFunctionData,
  http,
  numberToHex,
  parseAbi,
  toFunctionSelector,
} from "viem";
import { mainnet } from "viem/chains";
import { packetToBytes } from "viem/ens";
import { toHex } from "viem/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOf } from "@/devnet/accounts";
import { localChain } from "@/devnet/chain/LocalChain";
import { sendLive } from "@/devnet/chain/sendLive";
import { readArtifact } from "@/devnet/contracts/artifacts";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import type { ChainClient } from "./createChainClient";
import { readNamedAddress } from "./readNamedAddress";

/** Where both public chains have ENS's universal resolver. */
const NAMES = "0xeeeeeeee14d718c2b47d9923deab1335e144eeee";
const OWNER = addressOf("portfolio");
const abi = parseAbi([
  "function setResolver(bytes name, address resolver)",
  "function setAnswer(bytes4 selector, bytes returnData)",
]);

let test: TestDevnet;
let client: ChainClient;

beforeAll(async () => {
  test = await startTestDevnet();
  // The chain's own id is another: only the reader asks for it, and nothing is signed.
  client = createClient({ chain: mainnet, transport: http(test.devnet.rpcUrl) });
  await chainOf().test.setCode({ address: NAMES, bytecode: readArtifact("DevNames").runtime });
  await name("vault.eth", await resolver(OWNER));
  await name("empty.eth", await resolver(`0x${"00".repeat(20)}`));
  await name("silent.eth", await resolver(null));
  await name("codeless.eth", `0x${"c0".repeat(20)}`);
});

afterAll(async () => {
  await test?.stop();
});

const chainOf = () => localChain(test.devnet.rpcUrl);

async function send(to: `0x${string}`, data: `0x${string}`) {
  await sendLive(chainOf(), [{ from: addressOf("deployer"), to, data, label: "a name" }]);
}

const name = (text: string, at: `0x${string}`) =>
  send(NAMES, encodeFunctionData({ abi, functionName: "setResolver", args: [toHex(packetToBytes(text)), at] }));

let resolvers = 0;

/** A contract that tells this address whatever name it is asked for; without one it reverts. */
async function resolver(address: `0x${string}` | null): Promise<`0x${string}`> {
  resolvers += 1;
  const at = `0x5e${numberToHex(resolvers, { size: 19 }).slice(2)}` as const;
  await chainOf().test.setCode({ address: at, bytecode: readArtifact("DevAnswers").runtime });
  if (address === null) return at;
  const args = [toFunctionSelector("addr(bytes32)"), encodeAbiParameters([{ type: "address" }], [address])] as const;
  await send(at, encodeFunctionData({ abi, functionName: "setAnswer", args }));
  return at;
}

describe("a name on a chain that has names", () => {
  // ENSIP-15 leaves out what only hides: the name is then the one that is seen.
  it.each(["vault.eth", " VAULT.eth ", "v\u00adault.eth", "va\u200bult.eth"])(
    "default: %s leads to its address",
    async (text) => {
      expect(await readNamedAddress(client, text)).toEqual({ ok: true, address: OWNER });
    },
  );

  it.each([
    ["nobody has registered it", "nobody.eth"],
    ["its resolver knows no address", "empty.eth"],
    ["its resolver reverts", "silent.eth"],
    ["its resolver is no contract", "codeless.eth"],
    ["it is under a name that is registered", "sub.vault.eth"],
  ])("error: nothing is found where %s", async (_, text) => {
    expect(await readNamedAddress(client, text)).toEqual({ ok: false, reason: "notFound" });
  });

  it.each([
    ["a Cyrillic а among Latin letters", "v\u0430ult.eth"],
    ["a Greek ο", "v\u03bfult.eth"],
    ["a zero-width joiner", "va\u200dult.eth"],
    ["text that turns round", "va\u202eult.eth"],
    ["an underscore in the middle", "va_ult.eth"],
    ["an empty label", "vault..eth"],
  ])("error: %s is refused before anything is asked", async (_, text) => {
    expect(await readNamedAddress(client, text)).toEqual({ ok: false, reason: "malformed" });
  });
});
