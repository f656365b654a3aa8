import { parseUnits } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { addressOf } from "../accounts";
import type { LocalChain } from "../chain/LocalChain";
import { contractCall, type StepCall } from "../chain/sendStep";
import type { DevnetDeployment } from "../DevnetDeployment";
import { DevnetError } from "../DevnetError";
import type { PlannedAct } from "./depositorPlan";

/** The transactions of planned acts, from what the chain says now about who acts. */
export async function depositorCalls(
  chain: LocalChain,
  deployment: DevnetDeployment,
  acts: readonly PlannedAct[],
): Promise<readonly StepCall[]> {
  const calls = await Promise.all(acts.map((act) => callsOf(chain, deployment, act)));
  return calls.flat();
}

async function callsOf(
  chain: LocalChain,
  deployment: DevnetDeployment,
  { who, vault: index, act }: PlannedAct,
): Promise<readonly StepCall[]> {
  const vault = deployment.vaults[index];
  const token = deployment.tokens.find(({ address }) => address === vault?.asset);
  if (vault === undefined || token === undefined) throw new DevnetError(`There is no vault ${index}.`);
  const from = addressOf(who);
  const contract = { address: vault.address, abi: strategyVaultAbi } as const;
  const call = (functionName: string, args: readonly unknown[]) =>
    contractCall({ from, to: vault.address, abi: strategyVaultAbi, functionName, args });
  switch (act.kind) {
    case "deposit": {
      const assets = parseUnits(String(act.amount), token.decimals);
      const approval = { from, to: token.address, abi: erc20PermitAbi, functionName: "approve" };
      return [
        contractCall({ ...approval, args: [vault.address, assets] }),
        call("requestDeposit", [assets, from, from]),
      ];
    }
    case "redeem": {
      const held = await chain.read.readContract({ ...contract, functionName: "balanceOf", args: [from] });
      return [call("requestRedeem", [(held * BigInt(act.shareBps)) / 10_000n, from, from])];
    }
    case "cancelDeposit":
      return [call("cancelDeposit", [from, from])];
    case "claimShares": {
      const requests = await chain.read.readContract({ ...contract, functionName: "requestsOf", args: [from] });
      return [call("deposit", [requests.claimableDepositAssets, from, from])];
    }
    case "claimAssets": {
      const requests = await chain.read.readContract({ ...contract, functionName: "requestsOf", args: [from] });
      return [call("redeem", [requests.claimableRedeemShares, from, from])];
    }
  }
}
