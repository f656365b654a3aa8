import { type AbiParameter, getAddress } from "viem";
import { PERMIT_TYPES } from "@/lib/chain/permitTypedData";
import type { Deployment } from "@/lib/config/Deployment";
import { invariant } from "@/lib/errors/invariant";
import { ALLOWED_CALLS, REVOKING_CALLS, type TargetKind } from "@/lib/transaction/allowedCalls";
import { describedCall, PERMIT_DESCRIPTION } from "@/lib/transaction/callDescriptions";
import type { Address, Hex } from "@/lib/vault/Token";
import { functionOf } from "../describeCall";
import type { Descriptor, DisplayFormat } from "./Descriptor";
import { displayFormat } from "./displayFormat";

/** Where the format's second version is published. */
const SCHEMA = "https://eips.ethereum.org/assets/eip-7730/erc7730-v2.schema.json";

/** File names and what stands in them. */
export type DescriptorFiles = Readonly<Record<string, Descriptor>>;

/**
 * ERC-7730 descriptors of everything that is ever signed, for the contracts of one deployment: the router; its vaults, a file for
 * each asset, because a claim's bytes do not name what is claimed; the assets themselves, for approvals; and the permits of assets and shares.
 */
export function descriptorsOf({ chainId, addresses, vaults }: Deployment): DescriptorFiles {
  const assets = unique(vaults.map(({ asset }) => asset));
  const at = (contracts: readonly Address[]) => contracts.map((address) => ({ chainId, address: getAddress(address) }));
  const byAsset = assets.map((asset): readonly [string, Descriptor] => {
    const own = vaults.filter((vault) => vault.asset.toLowerCase() === asset.toLowerCase());
    const context = {
      $id: `Ballast vaults of ${asset}`,
      contract: { deployments: at(own.map(({ address }) => address)) },
    };
    const metadata = { owner: "Ballast", contractName: "StrategyVault", constants: { vaultAsset: getAddress(asset) } };
    return [
      `calldata-StrategyVault-${getAddress(asset)}.json`,
      descriptor({ context, metadata, formats: formatsFor("vault") }),
    ];
  });
  const permitted = unique([...assets, ...vaults.map(({ address }) => address)]);
  return {
    "calldata-StrategyRouter.json": descriptor({
      context: { $id: "Ballast router", contract: { deployments: at([addresses.strategyRouter]) } },
      metadata: { owner: "Ballast", contractName: "StrategyRouter" },
      formats: formatsFor("router"),
    }),
    ...Object.fromEntries(byAsset),
    "calldata-Assets.json": descriptor({
      context: { $id: "Assets of Ballast's vaults", contract: { deployments: at(assets) } },
      metadata: { owner: "Ballast", contractName: "Asset of a vault" },
      formats: formatsFor("asset"),
    }),
    "eip712-Permit.json": descriptor({
      context: { $id: "Permits of assets and shares", eip712: { deployments: at(permitted) } },
      metadata: { owner: "Ballast", contractName: "Asset or share of a vault" },
      formats: { [permitKey()]: displayFormat(PERMIT_DESCRIPTION) },
    }),
  };
}

type Parts = Pick<Descriptor, "context" | "metadata"> & { readonly formats: Readonly<Record<string, DisplayFormat>> };

function descriptor({ context, metadata, formats }: Parts): Descriptor {
  return { $schema: SCHEMA, context, metadata, display: { formats } };
}

/** Every function that may be signed on a kind of contract, from the closed list itself; the format has none for calls without arguments. */
function formatsFor(target: TargetKind): Readonly<Record<string, DisplayFormat>> {
  const calls = [...ALLOWED_CALLS, ...REVOKING_CALLS].filter((one) => one.target === target);
  return Object.fromEntries(calls.map(({ functionName, selector }) => [callKey(selector), formatFor(functionName)]));
}

function formatFor(functionName: string): DisplayFormat {
  const described = describedCall(functionName);
  invariant(described, "what may be signed is described");
  return displayFormat(described);
}

/** The function as the format names it: `setOperator(address operator,bool approved)`. */
function callKey(selector: Hex): string {
  const item = functionOf(selector);
  invariant(item, "what may be signed has an interface");
  return `${item.name}(${item.inputs.map(parameterText).join(",")})`;
}

function parameterText({ name, type, ...rest }: AbiParameter): string {
  const members = "components" in rest ? rest.components : undefined;
  const typeText = members ? type.replace("tuple", `(${members.map(parameterText).join(",")})`) : type;
  return `${typeText} ${name}`;
}

/** EIP-712's encodeType of the message. */
function permitKey(): string {
  const members = PERMIT_TYPES.Permit.map(({ name, type }) => `${type} ${name}`);
  return `${PERMIT_DESCRIPTION.functionName}(${members.join(",")})`;
}

function unique(addresses: readonly Address[]): readonly Address[] {
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}
