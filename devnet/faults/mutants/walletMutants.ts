import { type Hex, numberToHex, type TransactionRequest } from "viem";
import { approved, isApproval, isMeant, MOST, type Mutant, otherLastDigit, permitted, withWord } from "./Mutant";
import { type Asked, type Field, type Patch, type TypedData, thief } from "./meddling";

type Change = (asked: Asked) => Partial<Asked>;
/** Words of depositMany: 1 assets, 3 controller, 4 the permit's deadline, 10 the first vault. */
const SENT: readonly (readonly [Field, "approval" | "act", string, Change])[] = [
  ["spender", "approval", "the spender", ({ data }) => ({ data: withWord(data, 0, thief.address) })],
  ["amount", "approval", "the amount", ({ data }) => ({ data: withWord(data, 1, MOST) })],
  ["target", "approval", "the token", () => ({ to: thief.address })],
  ["data", "approval", "the function", ({ data }) => ({ data: `0xa9059cbb${data.slice(10)}` })],
  ["data", "approval", "one byte more", ({ data }) => ({ data: `${data}00` })],
  ["amount", "approval", "coins in its place", () => ({ to: thief.address, data: "0x", value: 10n ** 18n })],
  ["nonce", "approval", "the number", ({ nonce }) => ({ nonce: nonce + 1 })],
  ["amount", "act", "the amount", ({ data }) => ({ data: withWord(data, 1, "1") })],
  ["receiver", "act", "the receiver", ({ data }) => ({ data: withWord(data, 3, thief.address) })],
  ["deadline", "act", "the permit's deadline", ({ data }) => ({ data: withWord(data, 4, MOST) })],
  ["target", "act", "the contract", () => ({ to: thief.address })],
  ["target", "act", "the vault", ({ data }) => ({ data: withWord(data, 10, thief.address) })],
  ["data", "act", "the function", ({ data }) => ({ data: `0xdeadbeef${data.slice(10)}` })],
  ["amount", "act", "coins sent along", () => ({ value: 1n })],
  ["data", "act", "its last digit", ({ data }) => ({ data: otherLastDigit(data) })],
  ["data", "act", "cut short", ({ data }) => ({ data: data.slice(0, -64) as Hex })],
  ["nonce", "act", "the number", ({ nonce }) => ({ nonce: nonce + 2 })],
];

const inMessage = (change: Record<string, unknown>) => (asked: TypedData) => ({
  ...asked,
  message: { ...asked.message, ...change },
});
const inDomain = (change: Record<string, unknown>) => (asked: TypedData) => ({
  ...asked,
  domain: { ...asked.domain, ...change },
});
const SIGNED: readonly (readonly [Field, string, (asked: TypedData) => TypedData])[] = [
  ["amount", "the amount", inMessage({ value: `0x${MOST}` })],
  ["spender", "the spender", inMessage({ spender: thief.address })],
  ["receiver", "the owner", inMessage({ owner: thief.address })],
  ["deadline", "the deadline", inMessage({ deadline: `0x${MOST}` })],
  ["nonce", "the number", inMessage({ nonce: "7" })],
  ["target", "the token", inDomain({ verifyingContract: thief.address })],
  ["chain", "the chain", inDomain({ chainId: 1 })],
  ["data", "the token's name", inDomain({ name: "Tether" })],
  ["data", "the version", inDomain({ version: "9" })],
];

function liesSent(): readonly Mutant[] {
  return SENT.map(([field, step, what, change]) => ({
    ...approved,
    origin: "wallet",
    field,
    what: `${step}: ${what}`,
    lie: {
      transaction: (asked): TransactionRequest => (isMeant(step, asked) ? { ...asked, ...change(asked) } : asked),
    },
  }));
}

function patchesSent(): readonly Mutant[] {
  const request =
    (step: "approval" | "act", change: Change): Patch["request"] =>
    ({ method, params }) => {
      const [first] = params as readonly [Record<"to" | "data" | "value" | "nonce", Hex>];
      if (method !== "eth_sendTransaction" || !isMeant(step, first)) return { method, params };
      const { value, nonce, ...changed } = change({
        ...first,
        value: BigInt(first.value ?? 0),
        nonce: Number(first.nonce),
      });
      const numbers = {
        ...(value === undefined ? {} : { value: numberToHex(value) }),
        ...(nonce === undefined ? {} : { nonce: numberToHex(nonce) }),
      };
      return { method, params: [{ ...first, ...changed, ...numbers }] };
    };
  return SENT.map(([field, step, what, change]) => ({
    ...approved,
    origin: "provider",
    field,
    what: `${step}: ${what}`,
    patch: { request: request(step, change) ?? ((asked) => asked) },
  }));
}

function liesSigned(): readonly Mutant[] {
  const changed = SIGNED.map(
    ([field, what, typedData]): Mutant => ({
      ...permitted,
      origin: "wallet",
      field,
      what: `permit: ${what}`,
      lie: { typedData },
    }),
  );
  return [
    ...changed,
    { ...permitted, origin: "wallet", field: "receiver", what: "permit: by another account", lie: { signer: thief } },
    {
      ...approved,
      origin: "wallet",
      field: "receiver",
      what: "approval: from another account",
      lie: { signer: thief },
    },
    {
      ...approved,
      origin: "wallet",
      field: "chain",
      what: "act: on every chain at once",
      lie: { isOfNoChain: (asked) => !isApproval(asked) },
    },
    {
      ...approved,
      origin: "wallet",
      field: "chain",
      what: "approval: on every chain at once",
      lie: { isOfNoChain: isApproval },
    },
  ];
}

function patchesSigned(): readonly Mutant[] {
  const put = (change: (asked: TypedData) => TypedData): Patch => ({
    request: ({ method, params }) =>
      method === "eth_signTypedData_v4"
        ? { method, params: [params[0], JSON.stringify(change(JSON.parse(String(params[1])) as TypedData))] }
        : { method, params },
  });
  const answered = (bytes: Hex): Patch => ({
    answer: ({ method }, result) => (method === "eth_signTypedData_v4" ? bytes : result),
  });
  const changed = SIGNED.map(
    ([field, what, change]): Mutant => ({
      ...permitted,
      origin: "provider",
      field,
      what: `permit: ${what}`,
      patch: put(change),
    }),
  );
  const garbage = ["0x", "0x1234", `0x${"00".repeat(65)}`, `0x${"11".repeat(65)}`] as const;
  return [
    ...changed,
    ...garbage.map(
      (bytes): Mutant => ({
        ...permitted,
        origin: "provider",
        field: "data",
        what: `permit: ${bytes.slice(0, 8)} of ${bytes.length / 2 - 1} bytes for a signature`,
        patch: answered(bytes),
      }),
    ),
  ];
}

/** What a wallet does otherwise, and what is done to its requests on their way. */
export const WALLET_MUTANTS: readonly Mutant[] = [...liesSent(), ...liesSigned(), ...patchesSent(), ...patchesSigned()];
