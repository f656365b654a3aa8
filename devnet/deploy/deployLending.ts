import type { ListedVault } from "@/lib/config/VaultRegistry";
import type { LocalChain } from "../chain/LocalChain";
import { DevnetError } from "../DevnetError";
import { deployAave } from "./aave/deployAave";
import { deployContracts } from "./deployContract";
import type { Market } from "./deployMarket";

/** Creates what other protocols have on the local chain: an Aave v3 market, and an ERC-4626 vault that lends dollars to it. */
export async function deployLending(chain: LocalChain, market: Market): Promise<readonly ListedVault[]> {
  const { pool, lentTokens } = await deployAave(chain, market);
  const { usdc } = market;
  const args = [usdc, pool, lentTokens.get(usdc), "Lent USD Coin", "lentUSDC"];
  const [vault] = await deployContracts(chain, [{ name: "LendingVault", args }]);
  if (vault === undefined) throw new DevnetError("The lending vault was not created.");
  return [
    { address: vault.address, protocol: "erc4626", name: null, assets: [usdc] },
    { address: pool, protocol: "aave", name: "Aave v3", assets: [...lentTokens.keys()] },
  ];
}
