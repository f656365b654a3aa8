import { encodeDeployData, getAddress } from "viem";
import type { Address } from "@/lib/vault/Token";
import { addressOf } from "../accounts";
import type { LocalChain } from "../chain/LocalChain";
import { type StepCall, sendStep } from "../chain/sendStep";
import { type Artifact, readArtifact } from "../contracts/artifacts";
import { DevnetError } from "../DevnetError";

/** A contract to create: its name among the compiled ones and what its constructor takes. */
export type ContractPlan = {
  readonly name: string;
  readonly args: readonly unknown[];
  /** Compiled by others; otherwise it is one of ours. */
  readonly artifact?: Pick<Artifact, "abi" | "bytecode">;
};

/** A contract that stands. */
export type DeployedContract = { readonly address: Address; readonly abi: Artifact["abi"] };

/** Creates contracts in one block, in order, from the deployer's account. */
export async function deployContracts(
  chain: LocalChain,
  plans: readonly ContractPlan[],
): Promise<readonly DeployedContract[]> {
  const artifacts = plans.map(({ name, artifact }) => artifact ?? readArtifact(name));
  const calls = plans.map(({ name, args }, index): StepCall => {
    const { abi, bytecode } = artifacts[index] ?? readArtifact(name);
    const data = encodeDeployData({ abi, bytecode, args });
    return { from: addressOf("deployer"), to: null, label: `creation of ${name}`, data };
  });
  const receipts = await sendStep(chain, calls);
  return receipts.map(({ contractAddress }, index) => {
    const abi = artifacts[index]?.abi;
    if (contractAddress === null || abi === undefined) throw new DevnetError(`${plans[index]?.name} got no address.`);
    return { address: getAddress(contractAddress), abi };
  });
}
