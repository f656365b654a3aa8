import { encodeFunctionData, parseSignature, toHex } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyRouterAbi } from "@/contracts-abi/StrategyRouter";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { DeploymentAddresses } from "@/lib/config/Deployment";
import { invariant } from "@/lib/errors/invariant";
import type { OwnIntent } from "@/lib/transaction/Intent";
import { weightsOfSplit } from "@/lib/vault/splitByWeights";
import type { Address } from "@/lib/vault/Token";
import type { EncodedCall } from "../../plan/decodeCall";
import type { CallPermit } from "../../plan/PlanContext";

/** For whom, through which contracts, and with which permit of each token; none where an allowance stands. */
export type ActInputs = {
  readonly account: Address;
  readonly addresses: DeploymentAddresses;
  readonly permitOf: (token: Address) => CallPermit | undefined;
};

type IntentOf<Kind extends OwnIntent["kind"]> = Extract<OwnIntent, { kind: Kind }>;

/** An intent → the one call that does it. The account is controller, owner and receiver everywhere. */
export function encodeAct(intent: OwnIntent, inputs: ActInputs): EncodedCall {
  const { account } = inputs;
  switch (intent.kind) {
    case "deposit":
      return intent.isPaidInCoin ? encodeDepositEth(intent, inputs) : encodeDepositMany(intent, inputs);
    case "redeem":
      return encodeRedeem(intent, inputs);
    case "setAllocation":
      return encodeSetAllocation(intent, inputs);
    case "revokeAllowance": {
      const args = [intent.spender, 0n] as const;
      const calldata = encodeFunctionData({ abi: erc20PermitAbi, functionName: "approve", args });
      return { to: intent.token.address, calldata, value: 0n };
    }
    case "revokeOperator":
      return inVault(intent.vault.address, { functionName: "setOperator", args: [intent.operator, false] });
    case "cancelDeposit":
      return inVault(intent.vault.address, { functionName: "cancelDeposit", args: [account, account] });
    case "cancelRedeem":
      return inVault(intent.vault.address, { functionName: "cancelRedeem", args: [account, account] });
    case "claimShares":
      return inVault(intent.vault.address, { functionName: "mint", args: [intent.shares, account, account] });
    case "claimAssets":
      return inVault(intent.vault.address, { functionName: "redeem", args: [intent.shares, account, account] });
    case "refundAssets": {
      const args = [0n, account, account] as const;
      return inVault(intent.vault.address, { functionName: "claimCancelDepositRequest", args });
    }
    case "refundShares": {
      const args = [0n, account, account] as const;
      return inVault(intent.vault.address, { functionName: "claimCancelRedeemRequest", args });
    }
    case "endEpoch":
      return inVault(intent.vault.address, { functionName: intent.by, args: [] });
  }
}

function encodeDepositEth(intent: IntentOf<"deposit">, { account, addresses }: ActInputs): EncodedCall {
  const [part] = intent.parts;
  invariant(part && intent.parts.length === 1, "coins go into one vault at a time");
  const args = [part.vault.address, account] as const;
  const calldata = encodeFunctionData({ abi: strategyRouterAbi, functionName: "depositEth", args });
  return { to: addresses.strategyRouter, calldata, value: intent.assets };
}

function encodeDepositMany(intent: IntentOf<"deposit">, inputs: ActInputs): EncodedCall {
  const weights = weightsOfSplit(intent.parts.map(({ assets }) => assets));
  invariant(weights, "the parts of a deposit follow from weights");
  const allocations = intent.parts.map(({ vault }, index) => ({
    vault: vault.address,
    weightBps: Number(weights[index] ?? 0n),
  }));
  const permit = permitStruct(inputs.permitOf(intent.asset.address));
  const { asset, assets, storesAllocation } = intent;
  const args = [asset.address, assets, allocations, inputs.account, permit, storesAllocation] as const;
  const calldata = encodeFunctionData({ abi: strategyRouterAbi, functionName: "depositMany", args });
  return { to: inputs.addresses.strategyRouter, calldata, value: 0n };
}

/** One vault needs no router and so no allowance at all; several go through it with a permit each. */
function encodeRedeem(intent: IntentOf<"redeem">, { account, addresses, permitOf }: ActInputs): EncodedCall {
  const [only, ...others] = intent.parts;
  invariant(only, "a redemption names at least one vault");
  if (others.length === 0) {
    return inVault(only.vault.address, { functionName: "requestRedeem", args: [only.shares, account, account] });
  }
  const redemptions = intent.parts.map(({ vault, share, shares }) => ({
    vault: vault.address,
    shares,
    permit: permitStruct(permitOf(share.address)),
  }));
  const args = [redemptions, account] as const;
  const calldata = encodeFunctionData({ abi: strategyRouterAbi, functionName: "redeemMany", args });
  return { to: addresses.strategyRouter, calldata, value: 0n };
}

function encodeSetAllocation(intent: IntentOf<"setAllocation">, { addresses }: ActInputs): EncodedCall {
  const allocations = intent.parts.map(({ vault, weight }) => ({ vault: vault.address, weightBps: Number(weight) }));
  const args = [intent.asset.address, allocations] as const;
  const calldata = encodeFunctionData({ abi: strategyRouterAbi, functionName: "setAllocation", args });
  return { to: addresses.strategyRouter, calldata, value: 0n };
}

type VaultCall =
  | { readonly functionName: "settleEpoch" | "closeEmptyEpoch"; readonly args: readonly [] }
  | { readonly functionName: "setOperator"; readonly args: readonly [Address, false] }
  | { readonly functionName: "cancelDeposit" | "cancelRedeem"; readonly args: readonly [Address, Address] }
  | {
      readonly functionName:
        | "mint"
        | "redeem"
        | "requestRedeem"
        | "claimCancelDepositRequest"
        | "claimCancelRedeemRequest";
      readonly args: readonly [bigint, Address, Address];
    };

function inVault(to: Address, call: VaultCall): EncodedCall {
  return { to, calldata: encodeFunctionData({ abi: strategyVaultAbi, ...call }), value: 0n };
}

const NO_WORD = toHex(0n, { size: 32 });

/** No permit at all is deadline 0; an unsigned one carries its deadline and an empty signature. */
function permitStruct(permit: CallPermit | undefined) {
  const deadline = permit?.deadline ?? 0n;
  if (!permit?.signature) return { deadline, v: 0, r: NO_WORD, s: NO_WORD } as const;
  const { r, s, yParity } = parseSignature(permit.signature);
  return { deadline, v: yParity + 27, r, s } as const;
}
