import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { Abi, Hex } from "viem";
import { DevnetError } from "../DevnetError";
import { foundryBinary, PROJECT_ROOT } from "../processes/foundryBinary";

/** A compiled contract: its interface, the code that creates it, and the code that then stands at its address (immutable values apart). */
export type Artifact = { readonly abi: Abi; readonly bytecode: Hex; readonly runtime: Hex };

type CompilerOutput = {
  readonly abi: Abi;
  readonly bytecode: { readonly object: Hex };
  readonly deployedBytecode: { readonly object: Hex };
};

const CONTRACTS = `${PROJECT_ROOT}contracts`;

/** Where forge puts what it compiles; forge reads the same variable. */
function outFolder(): string {
  return process.env.FOUNDRY_OUT ?? `${CONTRACTS}/out`;
}

/** Compiles what changed since the last time (about 20 s at first, then less than one). Throws with the compiler's words. */
export function buildContracts(): void {
  const forge = spawnSync(foundryBinary("forge"), ["build", "src", "dev"], { cwd: CONTRACTS, encoding: "utf8" });
  if (forge.status !== 0) {
    throw new DevnetError(`The contracts do not compile:\n${forge.stderr || forge.stdout || forge.error?.message}`);
  }
}

/** Reads a compiled contract by its name. */
export function readArtifact(name: string): Artifact {
  const path = `${outFolder()}/${name}.sol/${name}.json`;
  if (!existsSync(path)) throw new DevnetError(`No compiled contract at ${path}.`);
  const artifact = JSON.parse(readFileSync(path, "utf8")) as CompilerOutput;
  return { abi: artifact.abi, bytecode: artifact.bytecode.object, runtime: artifact.deployedBytecode.object };
}
