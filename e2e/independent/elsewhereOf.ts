import { type Address, parseAbi } from "viem";
import type { DevnetDeployment } from "@/devnet/DevnetDeployment";
import type { Chain } from "../fixtures/Chain";
import type { PlainHolding } from "./holdingsOf";
import { plainHolding } from "./plainHolding";

const POOL = parseAbi([
  "struct Reserve { uint256 configuration; uint128 liquidityIndex; uint128 liquidityRate; uint128 borrowIndex; uint128 borrowRate; uint128 stableRate; uint40 updatedAt; uint16 id; address aToken; address stableDebt; address variableDebt; address strategy; uint128 treasury; uint128 unbacked; uint128 isolated; }",
  "function getReserveData(address asset) view returns (Reserve)",
]);
const VAULT = parseAbi([
  "function asset() view returns (address)",
  "function convertToAssets(uint256 shares) view returns (uint256)",
]);

/** What an address holds and owes in the local chain's lending pool and its ERC-4626 vault, out of the contracts alone. */
export async function elsewhereOf(
  chain: Chain,
  deployment: DevnetDeployment,
  account: Address,
): Promise<readonly PlainHolding[]> {
  const found = await Promise.all(
    deployment.registry.vaults.map(async ({ address, protocol }) => {
      if (protocol === "aave") return inPool(chain, deployment, { pool: address, account });
      return [await inVault(chain, deployment, { vault: address, account })];
    }),
  );
  return found.flat().filter(({ coins, dollars }) => coins !== 0 || dollars !== 0);
}

async function inPool(
  chain: Chain,
  deployment: DevnetDeployment,
  { pool, account }: { readonly pool: Address; readonly account: Address },
): Promise<readonly PlainHolding[]> {
  return Promise.all(
    deployment.tokens.map(async ({ address, decimals }) => {
      const at = { address: pool, abi: POOL, functionName: "getReserveData", args: [address] } as const;
      const { aToken, variableDebt } = await chain.client.readContract(at);
      const [held, owed] = await Promise.all([
        chain.tokenBalance(aToken, account),
        chain.tokenBalance(variableDebt, account),
      ]);
      return plainHolding(chain, deployment, { token: address, units: Number(held - owed) / 10 ** decimals });
    }),
  );
}

async function inVault(
  chain: Chain,
  deployment: DevnetDeployment,
  { vault, account }: { readonly vault: Address; readonly account: Address },
): Promise<PlainHolding> {
  const at = { address: vault, abi: VAULT } as const;
  const shares = await chain.tokenBalance(vault, account);
  const [token, assets] = await Promise.all([
    chain.client.readContract({ ...at, functionName: "asset" }),
    chain.client.readContract({ ...at, functionName: "convertToAssets", args: [shares] }),
  ]);
  const decimals = deployment.tokens.find(({ address }) => address === token)?.decimals ?? Number.NaN;
  return plainHolding(chain, deployment, { token, units: Number(assets) / 10 ** decimals });
}
