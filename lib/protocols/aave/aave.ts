import { encodeFunctionData, getAbiItem, parseSignature } from "viem";
import type { IntentAtOnce } from "@/lib/transaction/Intent";
import type { Movement } from "@/lib/transaction/Movement";
import type { Address } from "@/lib/vault/Token";
import type { ListedModule } from "../listed/ListedModule";
import { aboutMovementOf, movementOf } from "../listed/movementOf";
import type { EncodedCall } from "../plan/decodeCall";
import type { CallPermit } from "../plan/PlanContext";
import { poolAbi } from "./aaveAbi";
import { readAave } from "./readAave";
import { readAaveFlows } from "./readAaveFlows";

/** How a pool is asked for all that an account has, interest of the last second included. */
const EVERYTHING = 2n ** 256n - 1n;
const NO_REFERRAL = 0;

/** A pool of Aave v3: each reserve is a vault whose share is the pool's token for it. */
export const aave: ListedModule = {
  read: readAave,
  readFlows: readAaveFlows,
  functions: [
    getAbiItem({ abi: poolAbi, name: "supply" }),
    getAbiItem({ abi: poolAbi, name: "supplyWithPermit" }),
    getAbiItem({ abi: poolAbi, name: "withdraw" }),
  ],
  takesPermits: true,
  encode: (intent, { account, permit }) => ({
    to: intent.vault.entrance,
    calldata: intent.kind === "depositAtOnce" ? encodeSupply(intent, account, permit) : encodeWithdraw(intent, account),
    value: 0n,
  }),
  movements,
};

/** A pool refuses an empty permit: while there is no signature the call is the one that an approval goes before. */
function encodeSupply(
  { asset, assets }: IntentAtOnce,
  account: Address,
  permit: CallPermit | undefined,
): EncodedCall["calldata"] {
  const supplied = [asset.address, assets, account, NO_REFERRAL] as const;
  if (!permit?.signature) return encodeFunctionData({ abi: poolAbi, functionName: "supply", args: supplied });
  const { r, s, yParity } = parseSignature(permit.signature);
  const args = [...supplied, permit.deadline, yParity + 27, r, s] as const;
  return encodeFunctionData({ abi: poolAbi, functionName: "supplyWithPermit", args });
}

function encodeWithdraw(intent: IntentAtOnce, account: Address): EncodedCall["calldata"] {
  const isAll = intent.kind === "redeemAtOnce" && intent.isAll;
  const args = [intent.asset.address, isAll ? EVERYTHING : intent.assets, account] as const;
  return encodeFunctionData({ abi: poolAbi, functionName: "withdraw", args });
}

/** Of its own token a pool logs what it makes and burns net of the interest since the account's last visit: more comes in, less goes out. */
function movements(intent: IntentAtOnce, account: Address): readonly Movement[] {
  const { asset, assets, share, shares } = intent;
  if (intent.kind === "depositAtOnce") {
    return [movementOf(account, asset, -assets), aboutMovementOf(account, share, assets)];
  }
  const burnt = { ...movementOf(account, share, -shares), least: -shares };
  return [burnt, intent.isAll ? aboutMovementOf(account, asset, assets) : movementOf(account, asset, assets)];
}
