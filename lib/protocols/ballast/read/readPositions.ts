import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead } from "@/lib/chain/ContractRead";
import type { ReadValues } from "@/lib/chain/pinnedReader";
import type { DeploymentVault } from "@/lib/config/Deployment";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Position } from "@/lib/vault/Position";
import type { Address } from "@/lib/vault/Token";
import { mapRequests } from "./mapRequests";

/** What the account has in every vault of the deployment, in its order, all at the newest block. Vaults without anything are included. */
export async function readPositions(source: ChainSource, account: Address): Promise<readonly Position[]> {
  const { deployment, reader } = source;
  const router = deployment.addresses.strategyRouter;
  return Promise.all(
    deployment.vaults.map(async (vault) => {
      const { values } = await reader.read(positionReads(vault, { account, router }));
      return mapPosition(values, { vault: vault.address, owner: account });
    }),
  );
}

type Holder = { readonly account: Address; readonly router: Address };

function positionReads(vault: DeploymentVault, { account, router }: Holder) {
  const share = { address: vault.address, abi: strategyVaultAbi } as const;
  const asset = { address: vault.asset, abi: erc20PermitAbi } as const;
  return {
    shares: contractRead({ ...share, functionName: "balanceOf", args: [account] }),
    requests: contractRead({ ...share, functionName: "requestsOf", args: [account] }),
    shareAllowance: contractRead({ ...share, functionName: "allowance", args: [account, router] }),
    walletAssets: contractRead({ ...asset, functionName: "balanceOf", args: [account] }),
    assetAllowance: contractRead({ ...asset, functionName: "allowance", args: [account, router] }),
  };
}

type PositionValues = ReadValues<ReturnType<typeof positionReads>>;

function mapPosition(values: PositionValues, at: { readonly vault: Address; readonly owner: Address }): Position {
  return {
    ...at,
    shares: shares(values.shares),
    requests: mapRequests(values.requests),
    walletAssets: tokenAmount(values.walletAssets),
    assetAllowance: tokenAmount(values.assetAllowance),
    shareAllowance: shares(values.shareAllowance),
  };
}
