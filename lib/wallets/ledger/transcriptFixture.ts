import type { Hex } from "viem";
import type { LedgerScreen } from "@/lib/transaction/ledgerScreens";
import transcripts from "./vectors/transcripts.json";

/** A recorded flow of the genuine app. */
export type Flow = {
  readonly name: string;
  readonly settings: { readonly blindSigning: boolean; readonly rawMessages: boolean };
  readonly request: FlowRequest;
  readonly userAction: string;
  readonly exchanges: readonly { readonly apdu: string; readonly response: string; readonly waitedForUser?: boolean }[];
  readonly screens: readonly string[];
  readonly screenButtons: readonly (string | null)[];
  readonly outcome: FlowOutcome;
};

/** What was asked of the kit. */
export type FlowRequest = {
  readonly method: string;
  readonly path?: string;
  readonly options?: {
    readonly checkOnDevice?: boolean;
    readonly returnChainCode?: boolean;
    readonly skipOpenApp?: boolean;
  };
  readonly tx?: Readonly<Record<string, string | number>>;
  readonly message?: string;
  readonly messageIs?: string;
  readonly typedData?: {
    readonly domain: Readonly<Record<string, string | number>>;
    readonly types: Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>>;
    readonly primaryType: string;
    readonly message: Readonly<Record<string, unknown>>;
  };
  readonly signingHash?: string;
  readonly domainHash?: string;
  readonly messageHash?: string;
};

/** What came of it. */
export type FlowOutcome = {
  readonly address?: string;
  readonly signature?: { readonly r: string; readonly s: string; readonly v: number };
  readonly recoveredMatchesAccount?: boolean;
  readonly signedSerialized?: string;
  readonly lastStatusWord?: string;
};

export const FLOWS = transcripts.flows as readonly Flow[];

/** What the person did: at which screen they turned back. */
export function refusalOf({ userAction }: Flow): "confirms" | { readonly refusesAt: number } {
  if (userAction === "reject") return { refusesAt: Number.MAX_SAFE_INTEGER };
  return userAction === "rejectAtWarning" ? { refusesAt: 0 } : "confirms";
}

/** Screens that follow the answer, or that refusing brings. */
const AFTERWARDS = /^(Ethereum|Address ?veri|Transaction (signed|rejected)|Message (signed|rejected)|Reject |Cancel$)/;

/** The recorded questions in order, pages of one value joined, without blanks: where a line breaks depends on the font. */
export function shownScreens({ screens }: Flow): readonly string[] {
  const joined: string[] = [];
  for (const text of screens.filter((each) => !AFTERWARDS.test(each))) {
    const page = /^(.*?) \((\d+)\/\d+\) \| (.*)$/.exec(text);
    const [title, words] = page === null ? ["", text] : [Number(page[2]) === 1 ? page[1] : "", page[3] ?? ""];
    const bare = `${title}${words}`.replace(/ \| |\s/g, "");
    if (page !== null && Number(page[2]) > 1) joined.push(`${joined.pop() ?? ""}${bare}`);
    else joined.push(bare);
  }
  return joined;
}

/** Our screens in the same form. */
export function bareScreens(screens: readonly LedgerScreen[]): readonly string[] {
  return screens.map(({ title, value }) => `${title}${value ?? ""}`.replace(/\s/g, ""));
}

/** A recorded transaction as viem has it. */
export function asTransaction(tx: NonNullable<Flow["request"]["tx"]>) {
  return {
    type: "eip1559",
    chainId: Number(tx.chainId),
    nonce: Number(tx.nonce),
    to: tx.to as Hex,
    value: BigInt(tx.value ?? 0),
    gas: BigInt(tx.gas ?? 0),
    maxFeePerGas: BigInt(tx.maxFeePerGas ?? 0),
    maxPriorityFeePerGas: BigInt(tx.maxPriorityFeePerGas ?? 0),
    ...(tx.data === undefined ? {} : { data: tx.data as Hex }),
  } as const;
}
