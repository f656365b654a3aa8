import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { type ContractRead, contractRead, orNull } from "@/lib/chain/ContractRead";
import { readBlockTimes } from "@/lib/chain/readBlockTimes";
import type { PinnedBlock } from "@/lib/chain/takeSnapshot";
import type { Deployment } from "@/lib/config/Deployment";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { isSameAddress } from "@/lib/transaction/checkCall";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { StandingRight, StandingRights } from "@/lib/vault/StandingRight";
import type { Address, Token } from "@/lib/vault/Token";
import { tokenOf, tokenReads } from "../../token/tokenReads";
import { type GrantEvent, lastGrants, readGrantEvents, rightKey } from "./rightEvents";
import { isContradiction } from "./rightsContradiction";

/** Blocks may come while it is read; an account that gives new rights in each of them is not waited for. */
const MOST_ROUNDS = 5;

/**
 * Every allowance and operator of the account that stands now. Asked of the contracts themselves, at one block: the
 * spenders that the deployment knows, and whoever else the vaults' events name. Events are read up to that same block. Where events and
 * state contradict each other something is missing, and the whole fails.
 */
export async function readRights(source: ChainSource, account: Address): Promise<StandingRights> {
  const { deployment, reader } = source;
  const contracts = [...vaultsOf(deployment), ...assetsOf(deployment)];
  const range = { account, contracts, fromBlock: BigInt(deployment.startBlock) };
  let { number: toBlock } = (await reader.read({})).block;
  let events = await readGrantEvents(source, { ...range, toBlock });
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = await readCandidates(source, account, candidatesOf(deployment, events));
    const isLater = now.block.number > toBlock;
    const fromBlock = toBlock + 1n;
    toBlock = isLater ? now.block.number : toBlock;
    const later = isLater ? await readGrantEvents(source, { ...range, fromBlock, toBlock }) : [];
    if (later.length === 0) return standing(source, { account, events, now });
    events = [...events, ...later];
  }
  throw new GarbledAnswerError("eth_getLogs");
}

/** A right that may stand: over which contract, and whose. */
type Candidate = { readonly kind: StandingRight["kind"]; readonly of: Address; readonly holder: Address };

/**
 * The router and every vault on every asset and share token; every other holder that the vaults' events name; the contracts of other protocols on
 * the tokens that the registry lets be approved to them.
 */
function candidatesOf(deployment: Deployment, events: readonly GrantEvent[]): readonly Candidate[] {
  const vaults = vaultsOf(deployment);
  const spenders = [deployment.addresses.strategyRouter, ...vaults];
  const known = [...assetsOf(deployment), ...vaults].flatMap((of) =>
    spenders.map((holder): Candidate => ({ kind: "allowance", of, holder })),
  );
  const named = events
    .filter(({ of }) => isOneOf(vaults, of))
    .map(({ kind, of, holder }): Candidate => ({ kind, of, holder }));
  const listed = deployment.registry.vaults.flatMap(({ address: holder, assets }) =>
    assets.map((of): Candidate => ({ kind: "allowance", of, holder })),
  );
  return [...new Map([...known, ...named, ...listed].map((one) => [rightKey(one), one])).values()];
}

type Asked = {
  readonly block: PinnedBlock;
  readonly amounts: readonly { readonly candidate: Candidate; readonly amount: bigint }[];
  readonly tokens: ReadonlyMap<string, Token>;
};

/** How far each right goes now: an operator's is 1 or 0. All reads are of one turn, and so of one block. */
async function readCandidates(
  { reader, deployment }: ChainSource,
  account: Address,
  candidates: readonly Candidate[],
): Promise<Asked> {
  const addresses = new Set(candidates.map(({ of }) => of));
  const own = [...assetsOf(deployment), ...vaultsOf(deployment)];
  const reads: Readonly<Record<string, ContractRead<unknown>>> = Object.fromEntries(
    candidates.map((candidate) => [rightKey(candidate), rightRead(candidate, account, own)]),
  );
  const [{ block, values }, tokens] = await Promise.all([
    reader.read(reads),
    Promise.all(
      [...addresses].map(async (address) => {
        const { values: told } = await reader.read(tokenReads(address));
        return [address.toLowerCase(), tokenOf(address, told)] as const;
      }),
    ),
  ]);
  const amountOf = (candidate: Candidate) => BigInt((values[rightKey(candidate)] as bigint | null) ?? 0n);
  const amounts = candidates.map((candidate) => ({ candidate, amount: amountOf(candidate) }));
  return { block, amounts, tokens: new Map(tokens) };
}

/** A token that is not of the deployment and tells no allowance has none that could be used: it takes nothing with it. */
function rightRead({ kind, of, holder }: Candidate, account: Address, own: readonly Address[]): ContractRead<unknown> {
  const args = [account, holder] as const;
  if (kind === "operator")
    return contractRead({ address: of, abi: strategyVaultAbi, functionName: "isOperator", args });
  const allowance = contractRead({ address: of, abi: erc20PermitAbi, functionName: "allowance", args });
  return isOneOf(own, of) ? allowance : orNull(allowance);
}

type Found = { readonly account: Address; readonly events: readonly GrantEvent[]; readonly now: Asked };

async function standing({ client, deployment }: ChainSource, { account, events, now }: Found): Promise<StandingRights> {
  const last = lastGrants(events, now.block.number);
  const vaults = vaultsOf(deployment);
  for (const { candidate, amount } of now.amounts) {
    if (isOneOf(vaults, candidate.of) && isContradiction(last.get(rightKey(candidate)), amount)) {
      throw new GarbledAnswerError("eth_getLogs");
    }
  }
  const held = now.amounts
    .filter(({ amount }) => amount > 0n)
    .map((one) => ({ ...one, log: last.get(rightKey(one.candidate))?.log }));
  const times = await readBlockTimes(
    client,
    held.flatMap(({ log }) => log ?? []),
  );
  const rights = held.map(({ candidate: { kind, of, holder }, amount, log }): StandingRight => {
    const time = log === undefined ? undefined : times.get(log.blockNumber);
    const lastSetAt = time === undefined ? null : unixSeconds(time);
    const token = now.tokens.get(of.toLowerCase());
    if (kind === "operator") return { kind, vault: of, operator: holder, lastSetAt };
    if (token === undefined) throw new GarbledAnswerError("symbol");
    return { kind, token, spender: holder, amount, lastSetAt };
  });
  return {
    account,
    blockNumber: now.block.number,
    blockTimestamp: now.block.timestamp,
    rights: [...rights.filter(({ kind }) => kind === "operator"), ...rights.filter(({ kind }) => kind !== "operator")],
  };
}

function vaultsOf({ vaults }: Deployment): readonly Address[] {
  return vaults.map(({ address }) => address);
}

function assetsOf({ vaults }: Deployment): readonly Address[] {
  return [...new Map(vaults.map(({ asset }) => [asset.toLowerCase(), asset])).values()];
}

function isOneOf(addresses: readonly Address[], address: Address): boolean {
  return addresses.some((one) => isSameAddress(one, address));
}
