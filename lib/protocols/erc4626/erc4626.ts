import { encodeFunctionData, getAbiItem } from "viem";
import type { IntentAtOnce } from "@/lib/transaction/Intent";
import type { Movement } from "@/lib/transaction/Movement";
import type { Address } from "@/lib/vault/Token";
import type { ListedModule } from "../listed/ListedModule";
import { aboutMovementOf, movementOf } from "../listed/movementOf";
import type { EncodedCall } from "../plan/decodeCall";
import { erc4626Abi } from "./erc4626Abi";
import { readErc4626 } from "./readErc4626";
import { readErc4626Flows } from "./readErc4626Flows";

/** Any vault of the ERC-4626 standard. Its `deposit` takes no permit. */
export const erc4626: ListedModule = {
  read: readErc4626,
  readFlows: readErc4626Flows,
  functions: [getAbiItem({ abi: erc4626Abi, name: "deposit" }), getAbiItem({ abi: erc4626Abi, name: "redeem" })],
  takesPermits: false,
  encode: (intent, { account }) => encode(intent, account),
  movements,
};

/** Leaving names the shares and never the assets: what is worth a little more by then would leave a rest behind. */
function encode({ kind, vault, assets, shares }: IntentAtOnce, account: Address): EncodedCall {
  const to = vault.entrance;
  const calldata =
    kind === "depositAtOnce"
      ? encodeFunctionData({ abi: erc4626Abi, functionName: "deposit", args: [assets, account] })
      : encodeFunctionData({ abi: erc4626Abi, functionName: "redeem", args: [shares, account, account] });
  return { to, calldata, value: 0n };
}

function movements({ kind, asset, assets, share, shares }: IntentAtOnce, account: Address): readonly Movement[] {
  return kind === "depositAtOnce"
    ? [movementOf(account, asset, -assets), aboutMovementOf(account, share, shares)]
    : [movementOf(account, share, -shares), aboutMovementOf(account, asset, assets)];
}
