import type { Call } from "@/lib/transaction/Call";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import type { Address, Token } from "@/lib/vault/Token";
import type { AddressBook } from "../transaction/addressBook";

/** The deployment, as far as a shared plan's addresses are named by it. */
export type Named = {
  readonly addresses: { readonly strategyRouter: Address };
  readonly vaults: readonly {
    readonly address: Address;
    readonly name: string;
    readonly symbol: string;
    readonly asset: Address;
  }[];
  readonly tokens: readonly Token[];
};

type Unit = Pick<Token, "symbol" | "decimals">;

/** Shares of every vault have as many decimals as the coin. */
const SHARE_DECIMALS = 18;

/** Who is who, in the words of the dialog that makes the link: our own contracts, the tokens that the deployment lists, and the account. A link can give nobody a name. */
export function knownNames(deployment: Named, { account }: SharedPlan): AddressBook {
  const entries: readonly (readonly [Address, string])[] = [
    ...deployment.tokens.map(({ address, symbol }) => [address, symbol] as const),
    ...deployment.vaults.map((vault) => [vault.address, vault.name] as const),
    [deployment.addresses.strategyRouter, "Ballast router"],
    [account, "the account"],
  ];
  return new Map(entries.map(([address, name]) => [address.toLowerCase(), name]));
}

/** The unit of a token's amounts; undefined for one that the deployment does not list. */
export function unitOf(token: string, { tokens, vaults }: Named): Unit | undefined {
  const isIt = ({ address }: { readonly address: Address }) => address.toLowerCase() === token.toLowerCase();
  const vault = vaults.find(isIt);
  return vault === undefined ? tokens.find(isIt) : { symbol: vault.symbol, decimals: SHARE_DECIMALS };
}

/** In which units a call's assets and shares are counted. */
export function unitsOf(call: Call, deployment: Named): { readonly asset: Unit | undefined; readonly share: Unit } {
  const vault = deployment.vaults.find(({ address }) => address.toLowerCase() === call.to.toLowerCase());
  const named = call.arguments.find(({ name }) => name === "asset")?.value;
  const isApproval = call.functionName === "approve";
  const asset = isApproval ? call.to : (vault?.asset ?? (typeof named === "string" ? named : undefined));
  return {
    asset: asset === undefined ? undefined : unitOf(asset, deployment),
    share: { symbol: vault?.symbol ?? "shares", decimals: SHARE_DECIMALS },
  };
}
