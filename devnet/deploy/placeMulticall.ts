import { readFileSync } from "node:fs";
import type { Hex } from "viem";
import { addressOf } from "../accounts";
import type { LocalChain } from "../chain/LocalChain";
import { MULTICALL3 } from "../chain/localViemChain";
import { sendStep } from "../chain/sendStep";
import { DevnetError } from "../DevnetError";
import { PROJECT_ROOT } from "../processes/foundryBinary";

/** viem ships the creation code but does not export it. */
const SOURCE = `${PROJECT_ROOT}node_modules/viem/_esm/constants/contracts.js`;

/** Puts Multicall3 at its usual address: created once elsewhere, then its code is copied. */
export async function placeMulticall(chain: LocalChain): Promise<void> {
  const [, creation] = /multicall3Bytecode\s*=\s*['"](0x[\da-f]+)['"]/.exec(readFileSync(SOURCE, "utf8")) ?? [];
  if (creation === undefined) throw new DevnetError(`The code of Multicall3 was not found in ${SOURCE}.`);
  const call = { from: addressOf("deployer"), to: null, data: creation as Hex, label: "creation of Multicall3" };
  const [receipt] = await sendStep(chain, [call]);
  if (!receipt?.contractAddress) throw new DevnetError("Multicall3 got no address.");
  const bytecode = await chain.read.getCode({ address: receipt.contractAddress });
  if (bytecode === undefined) throw new DevnetError("Multicall3 has no code.");
  await chain.test.setCode({ address: MULTICALL3, bytecode });
}
