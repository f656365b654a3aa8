import { formatTokenExact } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { Intent } from "@/lib/transaction/Intent";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { isUnlimited, type StandingRight } from "@/lib/vault/StandingRight";
import type { Address } from "@/lib/vault/Token";
import { type Holder, holderOf, type Known, vaultName } from "./knownContracts";

/** A right that stands, in words, and the intent that ends it. */
export type RightRow = {
  readonly key: string;
  readonly what: string;
  readonly holder: Address;
  readonly holderName: string | null;
  readonly amount: string;
  /** No limit, or somebody whom nobody here knows. */
  readonly isWarning: boolean;
  readonly since: string;
  /** What it lets them do, as a sentence. */
  readonly reach: string;
  readonly intent: Intent;
};

/** A standing right in words. `now` is chain time. */
export function rightRow(right: StandingRight, known: Known, now: UnixSeconds): RightRow {
  const since = right.lastSetAt === null ? untold(right, known) : formatUtcDate(right.lastSetAt, now);
  return right.kind === "operator"
    ? { since, ...operatorWords(right, known) }
    : { since, ...allowanceWords(right, known) };
}

/** Of tokens that no vault of ours takes no events are read. */
function untold(right: StandingRight, known: Known): string {
  const isListed = right.kind === "allowance" && holderOf(right.spender, known).kind === "listed";
  return isListed ? NO_NUMBER : "before Ballast's first block";
}

type Words = Omit<RightRow, "since">;

function operatorWords(right: Extract<StandingRight, { kind: "operator" }>, known: Known): Words {
  const { vault, operator } = right;
  const holder = holderOf(operator, known);
  const name = vaultName(vault, known) ?? vault;
  return {
    key: `operator ${vault} ${operator}`,
    what: `Operator in ${name}`,
    holder: operator,
    holderName: holder.name,
    amount: "Everything in it",
    isWarning: true,
    reach: `Can ask for, cancel and claim deposits and withdrawals in your place, and have all of it paid to any address: every share and request you have in ${name}, now and later.`,
    intent: { kind: "revokeOperator", vault: { address: vault, name }, operator, operatorName: holder.name },
  };
}

function allowanceWords(right: Extract<StandingRight, { kind: "allowance" }>, known: Known): Words {
  const { token, spender, amount } = right;
  const holder = holderOf(spender, known);
  const ofVault = vaultName(token.address, known);
  const limit = isUnlimited(amount) ? "Unlimited" : formatTokenExact(amount, token);
  return {
    key: `allowance ${token.address} ${spender}`,
    what: ofVault === null ? token.symbol : `${token.symbol}, shares of ${ofVault}`,
    holder: spender,
    holderName: holder.name,
    amount: limit,
    isWarning: holder.kind === "stranger" || isUnlimited(amount),
    reach: reachOf(holder, token.symbol, { isShare: ofVault !== null, isUnlimited: isUnlimited(amount) }),
    intent: { kind: "revokeAllowance", token, spender, spenderName: holder.name },
  };
}

type Scope = { readonly isShare: boolean; readonly isUnlimited: boolean };

/** By what the contracts do: the router takes from whoever calls it, a vault from its caller or whose operator calls, a stranger as they like. */
function reachOf(holder: Holder, symbol: string, { isShare, isUnlimited: isEverything }: Scope): string {
  const upTo = isEverything ? `all your ${symbol}, now and later` : `up to this amount of your ${symbol}`;
  switch (holder.kind) {
    case "router":
      return isShare
        ? `Can ask a vault to take ${upTo} back for a withdrawal, in a transaction that you send yourself; nobody else can make it.`
        : `Can take ${upTo} into a deposit, in a transaction that you send yourself; nobody else can make it.`;
    case "vault":
      return isShare
        ? `Has no function that takes ${symbol} from you by an allowance, so it does nothing.`
        : `Can take ${upTo} into a deposit that you, or an operator of yours, ask this vault for.`;
    case "listed":
      return `Can take ${upTo}: into a deposit of yours there, by its own word. It is another protocol’s contract, not audited by us.`;
    case "stranger":
      return `Can send ${upTo} to any address, or ask for their withdrawal and be paid for them, without asking you again.`;
  }
}
