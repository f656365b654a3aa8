import { type Abi, parseAbi, parseUnits } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import type { ListedProtocol } from "@/lib/config/VaultRegistry";
import type { Address } from "@/lib/vault/Token";
import { addressOf, type Role } from "../accounts";
import type { LocalChain } from "../chain/LocalChain";
import { contractCall, type StepCall, sendStep } from "../chain/sendStep";
import type { DevnetDeployment } from "../DevnetDeployment";
import { DevnetError } from "../DevnetError";
import { SETTLED_EPOCHS } from "./depositorPlan";

const poolAbi = parseAbi([
  "function supply(address asset, uint256 amount, address onBehalfOf, uint16 referralCode)",
  "function borrow(address asset, uint256 amount, uint256 interestRateMode, uint16 referralCode, address onBehalfOf)",
  "function getUserAccountData(address user) view returns (uint256 collateral, uint256 debt, uint256 available, uint256 threshold, uint256 ltv, uint256 health)",
]);
const vaultAbi = parseAbi(["function deposit(uint256 assets, address receiver)"]);

const VARIABLE_RATE = 2n;
const LIVE_EPOCH = SETTLED_EPOCHS + 1;
/** The epoch in whose week the portfolio begins to lend. */
const PORTFOLIO_LENDS = 3;
/** How often the weighed collateral covers the portfolio's debt when it is taken, in hundredths. */
const HEALTH_PERCENT = 155n;
const BPS = 10_000n;

/** Dollars are lent, and most of them borrowed against ether, so that there is interest from the first week on. */
export async function lendFirst(chain: LocalChain, deployment: DevnetDeployment): Promise<void> {
  const { usdc, weth } = deployment.addresses;
  await sendStep(chain, [
    ...supplyCalls(deployment, "anna", { asset: usdc, amount: parseUnits("1000000", 6) }),
    ...vaultCalls(deployment, "boris", parseUnits("250000", 6)),
    ...supplyCalls(deployment, "dmitri", { asset: weth, amount: parseUnits("750", 18) }),
  ]);
  await sendStep(chain, [borrowCall(deployment, "dmitri", parseUnits("900000", 6))]);
}

/** What the portfolio does with its pool and its vault in the week of an epoch: it lends, and in the live epoch borrows. */
export async function lendingCalls(
  chain: LocalChain,
  deployment: DevnetDeployment,
  epoch: number,
): Promise<readonly StepCall[]> {
  const { weth } = deployment.addresses;
  if (epoch === PORTFOLIO_LENDS) {
    return [
      ...supplyCalls(deployment, "portfolio", { asset: weth, amount: parseUnits("20", 18) }),
      ...vaultCalls(deployment, "portfolio", parseUnits("15000", 6)),
    ];
  }
  if (epoch !== LIVE_EPOCH) return [];
  const [collateral, , , threshold] = await chain.read.readContract({
    ...{ address: listed(deployment, "aave"), abi: poolAbi, functionName: "getUserAccountData" },
    args: [addressOf("portfolio")],
  });
  // Prices and values have 8 decimals, dollars 6.
  const dollars = (collateral * threshold * 100n) / (BPS * HEALTH_PERCENT * 100n);
  return [borrowCall(deployment, "portfolio", dollars)];
}

function listed({ registry }: DevnetDeployment, protocol: ListedProtocol): Address {
  const entry = registry.vaults.find((vault) => vault.protocol === protocol);
  if (entry === undefined) throw new DevnetError(`Nothing of ${protocol} is listed.`);
  return entry.address;
}

type Amount = { readonly asset: Address; readonly amount: bigint };

function supplyCalls(deployment: DevnetDeployment, who: Role, { asset, amount }: Amount): readonly StepCall[] {
  const pool = listed(deployment, "aave");
  return [
    call(who, { to: asset, abi: erc20PermitAbi, functionName: "approve", args: [pool, amount] }),
    call(who, { to: pool, abi: poolAbi, functionName: "supply", args: [asset, amount, addressOf(who), 0] }),
  ];
}

function vaultCalls(deployment: DevnetDeployment, who: Role, assets: bigint): readonly StepCall[] {
  const vault = listed(deployment, "erc4626");
  const { usdc } = deployment.addresses;
  return [
    call(who, { to: usdc, abi: erc20PermitAbi, functionName: "approve", args: [vault, assets] }),
    call(who, { to: vault, abi: vaultAbi, functionName: "deposit", args: [assets, addressOf(who)] }),
  ];
}

function borrowCall(deployment: DevnetDeployment, who: Role, amount: bigint): StepCall {
  const args = [deployment.addresses.usdc, amount, VARIABLE_RATE, 0, addressOf(who)];
  return call(who, { to: listed(deployment, "aave"), abi: poolAbi, functionName: "borrow", args });
}

type ContractCall = {
  readonly to: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
};

function call(who: Role, of: ContractCall): StepCall {
  return contractCall({ from: addressOf(who), ...of });
}
