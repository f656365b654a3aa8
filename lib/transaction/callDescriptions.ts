import type { YieldProtocol } from "@/lib/vault/YieldVault";

/**
 * What an argument means, so that a screen can write it for a person. `account`: who must be the signer. `contract`, `token`,
 * `address`: whoever else. `amount`: units of the token at `tokenPath`. `coins`: wei. `weight`: basis points. `deadline`: the
 * last second a permit holds, 0 where there is none. `number`, `flag`: as they are. `signature`: a part of one, for nobody to read.
 */
export type ArgumentMeaning =
  | {
      readonly kind:
        | "account"
        | "contract"
        | "token"
        | "address"
        | "coins"
        | "weight"
        | "deadline"
        | "number"
        | "flag"
        | "signature";
    }
  | {
      readonly kind: "amount";
      readonly of: "assets" | "shares";
      /** Where the token's address stands; null: it is the vault's own asset, which no byte of the call names. */
      readonly tokenPath: string | null;
    };

/** One argument, or one member of a list or struct. Paths are ERC-7730's: `allocations.[].vault`, `@.to` for the contract called. */
export type ArgumentDescription = {
  readonly path: string;
  readonly label: string;
  readonly meaning: ArgumentMeaning;
  /** False: true of every message that is signed here, and left to those who ask for everything. */
  readonly isShown: boolean;
};

/** A function or typed message that is signed: what it is for, and its arguments in order. */
export type CallDescription = {
  readonly functionName: string;
  /** At most 30 characters: it stands on a small screen. */
  readonly intent: string;
  readonly arguments: readonly ArgumentDescription[];
};

const SHARES_HERE = amountOf("shares", "@.to");
const VAULT_ASSETS = amountOf("assets", null);
const RECEIVER_AND_CONTROLLER = [is("account", "receiver"), is("account", "controller")];
const OF_REQUEST = [is("number", "requestId", "request"), ...RECEIVER_AND_CONTROLLER];
const ALLOCATIONS = [
  is("contract", "allocations.[].vault", "vault"),
  is("weight", "allocations.[].weightBps", "weight"),
];

const SUPPLIED = [
  is("token", "asset"),
  argument("amount", amountOf("assets", "asset")),
  is("account", "onBehalfOf", "for"),
  argument("referralCode", { kind: "number" }, { isShown: false }),
];

/**
 * Every function of ours that is ever signed, by what it is called: the one source of the preview on screen and of what is published for
 * the screens of hardware wallets. Which of them may be signed is decided in allowedCalls alone.
 */
export const CALL_DESCRIPTIONS: readonly CallDescription[] = [
  call("depositEth", "Deposit ether in a vault", [
    is("coins", "@.value", "value"),
    is("contract", "vault"),
    is("account", "controller"),
  ]),
  call("depositMany", "Deposit in vaults", [
    is("token", "asset"),
    argument("assets", amountOf("assets", "asset")),
    ...ALLOCATIONS,
    is("account", "controller"),
    ...permitMembers("permit"),
    is("flag", "store"),
  ]),
  call("redeemMany", "Request redemptions", [
    is("contract", "redemptions.[].vault", "vault"),
    argument("redemptions.[].shares", amountOf("shares", "redemptions.[].vault"), { label: "shares" }),
    ...permitMembers("redemptions.[].permit"),
    is("account", "controller"),
  ]),
  call("setAllocation", "Store a split", [is("token", "asset"), ...ALLOCATIONS]),
  call("requestRedeem", "Request a redemption", [
    argument("shares", SHARES_HERE),
    is("account", "controller"),
    is("account", "owner"),
  ]),
  call("cancelDeposit", "Cancel a deposit request", RECEIVER_AND_CONTROLLER),
  call("cancelRedeem", "Cancel a redemption request", RECEIVER_AND_CONTROLLER),
  call("deposit", "Claim shares", [argument("assets", VAULT_ASSETS), ...RECEIVER_AND_CONTROLLER]),
  call("mint", "Claim shares", [argument("shares", SHARES_HERE), ...RECEIVER_AND_CONTROLLER]),
  call("redeem", "Claim assets", [argument("shares", SHARES_HERE), ...RECEIVER_AND_CONTROLLER]),
  call("withdraw", "Claim assets", [argument("assets", VAULT_ASSETS), ...RECEIVER_AND_CONTROLLER]),
  call("claimCancelDepositRequest", "Take assets back", OF_REQUEST),
  call("claimCancelRedeemRequest", "Take shares back", OF_REQUEST),
  call("approve", "Approve a spender", [is("address", "spender"), argument("amount", amountOf("assets", "@.to"))]),
  call("settleEpoch", "End the epoch for everybody", []),
  call("closeEmptyEpoch", "Carry out all requests", []),
  call("setOperator", "Set an operator", [is("address", "operator"), is("flag", "approved")]),
];

/** The functions of other protocols' contracts, by protocol: the same names mean other things there. */
const LISTED_DESCRIPTIONS: Readonly<Record<YieldProtocol, readonly CallDescription[]>> = {
  erc4626: [
    call("deposit", "Deposit at once", [argument("assets", VAULT_ASSETS), is("account", "receiver")]),
    call("redeem", "Withdraw at once", [
      argument("shares", SHARES_HERE),
      is("account", "receiver"),
      is("account", "owner"),
    ]),
  ],
  aave: [
    call("supply", "Supply to a pool", SUPPLIED),
    call("supplyWithPermit", "Supply to a pool", [
      ...SUPPLIED,
      is("deadline", "deadline", "permit until"),
      ...["permitV", "permitR", "permitS"].map((path) => argument(path, { kind: "signature" }, { isShown: false })),
    ]),
    call("withdraw", "Withdraw from a pool", [
      is("token", "asset"),
      argument("amount", amountOf("assets", "asset")),
      is("account", "to"),
    ]),
  ],
};

/** EIP-2612's message. */
export const PERMIT_DESCRIPTION: CallDescription = call("Permit", "Permit a spender", [
  argument("owner", { kind: "account" }, { isShown: false }),
  is("contract", "spender"),
  argument("value", amountOf("assets", "@.to")),
  argument("nonce", { kind: "number" }, { isShown: false }),
  is("deadline", "deadline"),
]);

/** What is known of a function by its name, and of whose it is where it is not ours; undefined for one that is never signed. */
export function describedCall(functionName: string, protocol?: YieldProtocol): CallDescription | undefined {
  const known = protocol === undefined ? CALL_DESCRIPTIONS : LISTED_DESCRIPTIONS[protocol];
  return known.find((one) => one.functionName === functionName);
}

function call(functionName: string, intent: string, args: readonly ArgumentDescription[]): CallDescription {
  return { functionName, intent, arguments: args };
}

function argument(
  path: string,
  meaning: ArgumentMeaning,
  { label = path, isShown = true }: Partial<Pick<ArgumentDescription, "label" | "isShown">> = {},
): ArgumentDescription {
  return { path, label, meaning, isShown };
}

function is(kind: Exclude<ArgumentMeaning["kind"], "amount">, path: string, label?: string): ArgumentDescription {
  return argument(path, { kind }, label === undefined ? {} : { label });
}

function amountOf(of: "assets" | "shares", tokenPath: string | null): ArgumentMeaning {
  return { kind: "amount", of, tokenPath };
}

/** A permit inside a call: until when it holds; its signature says nothing to a reader. */
function permitMembers(path: string): readonly ArgumentDescription[] {
  const signature = ["v", "r", "s"].map((member) =>
    argument(`${path}.${member}`, { kind: "signature" }, { label: member, isShown: false }),
  );
  return [is("deadline", `${path}.deadline`, "permit until"), ...signature];
}
