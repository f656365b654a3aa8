import { type Hex, stringToHex } from "viem";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ACCOUNT, emulatedSession } from "@/e2e/ledger/emulatedSession";
import { asTransaction, FLOWS, type Flow, refusalOf } from "./transcriptFixture";

let { ledger, session, asked } = emulatedSession();

beforeEach(() => {
  ({ ledger, session, asked } = emulatedSession());
});

afterEach(() => {
  expect(asked).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

/** Puts a recorded request to the session. */
function put({ request }: Flow): Promise<unknown> {
  const { tx, typedData, message, messageIs, path = ACCOUNT.path } = request;
  switch (request.method) {
    case "connect":
    case "getAppAndVersion":
      return session.connect({ mayAsk: false });
    case "getAppConfiguration":
      return session.configuration();
    case "getAddress":
      return request.options?.checkOnDevice ? session.showAddress(ACCOUNT) : session.address(path);
    case "signMessage":
      return session.signMessage(ACCOUNT, messageIs === "utf8 text" ? stringToHex(message ?? "") : (message as Hex));
    case "signTypedData":
      return typedData ? session.signTypedData(ACCOUNT, typedData) : Promise.reject(new RangeError());
    default:
      return session.signTransaction(ACCOUNT, asTransaction(tx ?? {}));
  }
}

/** What our session must say to the device: what was recorded, but for the bare hash, and nothing of what the app signs wrongly. */
function expectedApdus(flow: Flow): readonly string[] {
  if (flow.outcome.recoveredMatchesAccount === false) return [];
  return flow.exchanges.map(({ apdu }) => apdu).filter((apdu) => !apdu.startsWith("e00c0000"));
}

function expectedOutcome({ request, outcome }: Flow): unknown {
  if (outcome.recoveredMatchesAccount === false) return "ledgerUnsupportedTypedData";
  if (outcome.lastStatusWord === "6985") return "ledgerRejected";
  if (outcome.lastStatusWord === "6a80") return "ledgerBlindSigningOff";
  if (outcome.signedSerialized !== undefined) return outcome.signedSerialized;
  const { signature } = outcome;
  if (signature !== undefined) return `${signature.r}${signature.s.slice(2)}${signature.v.toString(16)}`;
  return request.options?.checkOnDevice ? undefined : outcome.address;
}

describe("recorded requests", () => {
  const flows = FLOWS.filter(({ request }) => request.options?.returnChainCode !== true);
  test("default: all but the one for a chain code, which is never asked for", () => expect(flows).toHaveLength(43));

  test.each(flows.map((flow) => [flow.name, flow] as const))("default: %s", async (_, flow) => {
    Object.assign(ledger.knobs, {
      isBlindSigningOn: flow.settings.blindSigning,
      showsRawMessages: flow.settings.rawMessages,
      person: refusalOf(flow),
    });
    if (flow.request.method.startsWith("sign")) await session.address(ACCOUNT.path);
    else if (!flow.exchanges[0]?.apdu.startsWith("b001")) await session.connect({ mayAsk: false });
    ledger.apdus.length = 0;
    const outcome = await put(flow).catch((thrown: { code: string }) => thrown.code);
    expect(ledger.apdus).toEqual(expectedApdus(flow));
    if (flow.request.method.startsWith("sign") || flow.request.method === "getAddress") {
      expect(outcome).toBe(expectedOutcome(flow));
    }
    expect(ledger.app.bareHashes).toBe(0);
  });
});
