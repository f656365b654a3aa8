import { isApprove, type LedgerField, type LedgerRequest, needsBlindSigning } from "./LedgerRequest";

/**
 * One screen of the device. `title` and `value` are its words; a value that does not fit is spread over several pages of
 * the same title. A "blocked" screen is a notice instead of a question; "confirm" is the one that signs.
 */
export type LedgerScreen = {
  readonly kind: "warning" | "intent" | "field" | "struct" | "skip" | "confirm" | "blocked";
  readonly title: string;
  readonly value: string | null;
};

/** The app's settings that change what it shows. The device tells the first; nobody can ask it for the second. */
export type LedgerSettings = { readonly isBlindSigningOn: boolean; readonly showsRawMessages: boolean };

/**
 * The screens that the device shows for a request, in order, up to the one that signs.
 * Source: recordings of Ledger's Ethereum app 1.23.0 on a Nano S Plus without any metadata service
 * (lib/wallets/ledger/vectors/transcripts.json); other models put the same words on fewer pages.
 */
export function ledgerScreens(request: LedgerRequest, settings: LedgerSettings): readonly LedgerScreen[] {
  if (needsBlindSigning(request) && !settings.isBlindSigningOn) {
    return [screen("blocked", "Blind signing must be enabled in settings")];
  }
  switch (request.kind) {
    case "address":
      return [
        screen("intent", "Verify Ethereum address"),
        field("Address", request.address),
        screen("confirm", "Confirm"),
      ];
    case "message":
      return [screen("intent", "Review message"), field("Message", request.text), screen("confirm", "Sign message")];
    case "transaction":
      return request.calldata === "0x" ? transferScreens(request) : callScreens(request);
    case "typedData":
      return typedDataScreens(request, settings.showsRawMessages);
  }
}

type Transaction = Extract<LedgerRequest, { kind: "transaction" }>;

function transferScreens(request: Transaction): readonly LedgerScreen[] {
  return [
    screen("intent", "Review transaction"),
    field("From", request.from),
    field("Amount", coinText(request.value, request.chainId)),
    field("To", request.to),
    field("Max fees", coinText(request.maxFee, request.chainId)),
    ...networkScreens(request.chainId),
    screen("confirm", "Sign transaction"),
  ];
}

/** With calldata the app shows no argument. `approve` it knows by name, and then shows no contract and no hash either. */
function callScreens(request: Transaction): readonly LedgerScreen[] {
  const from = field("From", request.from);
  const maxFees = field("Max fees", coinText(request.maxFee, request.chainId));
  const network = networkScreens(request.chainId);
  const middle = isApprove(request.calldata)
    ? [screen("intent", "Review transaction to approve ERC20 token"), from, ...network, maxFees]
    : [
        screen("intent", "Review transaction"),
        from,
        ...(request.value > 0n ? [field("Amount", coinText(request.value, request.chainId))] : []),
        field("To", request.to),
        maxFees,
        ...network,
        field("Tx hash", request.hash),
      ];
  return [BLIND_SIGNING, ...middle, screen("confirm", "Accept risk and sign transaction")];
}

function typedDataScreens(
  request: Extract<LedgerRequest, { kind: "typedData" }>,
  showsRawMessages: boolean,
): readonly LedgerScreen[] {
  const begin = [BLIND_SIGNING, screen("intent", "Review typed message")];
  const end = screen("confirm", "Sign message");
  if (!showsRawMessages) {
    const hash = `0x${request.messageHash.slice(2).toUpperCase()}`;
    return [...begin, ...request.domain.map(asScreen), field("Message hash", hash), end];
  }
  const lines = [
    { kind: "struct", title: "Review struct", value: "EIP712Domain" } as const,
    ...request.domain.map(asScreen),
    { kind: "struct", title: "Review struct", value: request.primaryType } as const,
    ...request.message.map(asScreen),
  ];
  return [...begin, ...lines.flatMap((line, index) => (index === 0 ? [line] : [SKIP, line])), end];
}

const BLIND_SIGNING: LedgerScreen = {
  kind: "warning",
  title: "Blind signing ahead",
  value: "To accept risk, press both buttons",
};

const SKIP: LedgerScreen = {
  kind: "skip",
  title: "Press right button to continue message or press both to skip",
  value: null,
};

/** Networks that the app knows by itself (its own list); of Ethereum it shows no network. All others it shows by number. */
const NETWORKS: Readonly<Record<number, string | null>> = {
  1: null,
  10: "OP Mainnet",
  8453: "Base",
  11155111: "Sepolia",
};

function networkScreens(chainId: number): readonly LedgerScreen[] {
  const name = chainId in NETWORKS ? NETWORKS[chainId] : String(chainId);
  return name === null || name === undefined ? [] : [field("Network", name)];
}

/** Wei as the app writes it: all digits that are not trailing zeros, and ??? for the coin of a network it does not know. */
function coinText(wei: bigint, chainId: number): string {
  const digits = wei.toString().padStart(19, "0");
  const fraction = digits.slice(-18).replace(/0+$/, "");
  const whole = digits.slice(0, -18);
  return `${fraction === "" ? whole : `${whole}.${fraction}`} ${chainId in NETWORKS ? "ETH" : "???"}`;
}

function screen(kind: LedgerScreen["kind"], title: string): LedgerScreen {
  return { kind, title, value: null };
}

function field(title: string, value: string): LedgerScreen {
  return { kind: "field", title, value };
}

function asScreen({ name, value }: LedgerField): LedgerScreen {
  return field(name, value);
}
