import { type Hex, stringToHex } from "viem";
import { describe, expect, test } from "vitest";
import { ACCOUNT, TRANSFER } from "@/e2e/ledger/emulatedSession";
import { describeLedgerRequest } from "@/lib/format/describeLedgerRequest";
import type { LedgerRequest } from "@/lib/transaction/LedgerRequest";
import { ledgerScreens } from "@/lib/transaction/ledgerScreens";
import { messageRequest, transactionRequest, typedDataRequest } from "./ledgerRequests";
import { asTransaction, bareScreens, FLOWS, type Flow, shownScreens } from "./transcriptFixture";

function requestOf({ request }: Flow): LedgerRequest | null {
  const { method, tx, typedData, message = "", messageIs, options } = request;
  if (method === "signMessage")
    return messageRequest(messageIs === "utf8 text" ? stringToHex(message) : (message as Hex));
  if (method === "signTypedData" && typedData) return typedDataRequest(typedData);
  if (method === "signTransaction" && tx) return transactionRequest(ACCOUNT.address, asTransaction(tx));
  return options?.checkOnDevice ? { kind: "address", address: ACCOUNT.address } : null;
}

/** Flows with screens, but those whose hash the app computes wrongly: no such request is made. */
const SHOWN = FLOWS.filter(({ screens, outcome }) => screens.length > 0 && outcome.recoveredMatchesAccount !== false);

describe("screens against the genuine app's", () => {
  test("default: every kind of request was recorded", () => expect(SHOWN).toHaveLength(32));

  test.each(SHOWN.map((flow) => [flow.name, flow] as const))("default: %s", (_, flow) => {
    const request = requestOf(flow);
    if (request === null) throw new RangeError("a flow with screens and without a request");
    const settings = { isBlindSigningOn: flow.settings.blindSigning, showsRawMessages: flow.settings.rawMessages };
    const ours = bareScreens(ledgerScreens(request, settings));
    const theirs = shownScreens(flow);
    // Who turns back at a warning sees nothing of what follows.
    expect(flow.userAction === "rejectAtWarning" ? ours.slice(0, 1) : ours).toEqual(theirs);
  });

  test("default: hashes are the ones that were recorded", () => {
    for (const flow of SHOWN) {
      const request = requestOf(flow);
      if (request?.kind === "transaction") expect(request.hash).toBe(flow.request.signingHash);
      if (request?.kind === "typedData") {
        expect([request.domainHash, request.messageHash]).toEqual([flow.request.domainHash, flow.request.messageHash]);
      }
    }
  });
});

describe("networks and amounts", () => {
  const titles = (request: LedgerRequest) =>
    ledgerScreens(request, { isBlindSigningOn: true, showsRawMessages: false }).map(
      ({ title, value }) => `${title} ${value}`,
    );

  test("behavior: Ethereum has no network screen, a known network a name, any other a number and no ticker", () => {
    const on = (chainId: number) => titles(transactionRequest(ACCOUNT.address, { ...TRANSFER, chainId }));
    expect(on(1)).not.toContainEqual(expect.stringContaining("Network"));
    expect(on(1)).toContain("Amount 0.01 ETH");
    expect(on(8453)).toContain("Network Base");
    expect(on(424_242)).toEqual(expect.arrayContaining(["Network 424242", "Amount 0.01 ???"]));
  });

  test("behavior: a call that pays shows its amount, a whole coin has no fraction", () => {
    const paying = transactionRequest(ACCOUNT.address, { ...TRANSFER, data: "0xd0e30db0", value: 2n * 10n ** 18n });
    expect(titles(paying)).toContain("Amount 2 ???");
  });
});

describe("what the screens leave out", () => {
  const advice = (name: string) => {
    const flow = FLOWS.find((each) => each.name === name);
    const request = flow === undefined ? null : requestOf(flow);
    if (request === null) throw new RangeError(name);
    return describeLedgerRequest(request);
  };

  test("default: an approval: neither spender nor amount; its hash, which is not shown, and the setting that shows it", () => {
    const { hidden, settings, hashes } = advice("erc20-approve-31337");
    expect(hidden).toContain("neither the spender nor the amount");
    expect(settings.join(" ")).toMatch(/“Blind signing”.*“Transaction hash”/);
    expect(hashes).toEqual([
      { name: "Transaction hash", value: expect.stringMatching(/^0x[\da-f]{64}$/), isShown: false },
    ]);
  });

  test("default: a permit: no field without raw messages, two hashes", () => {
    const { hidden, settings, hashes } = advice("permit");
    expect(hidden).toContain("none of the fields of Permit");
    expect(settings.join(" ")).toContain("“Raw messages”");
    expect(hashes.map(({ name, isShown }) => [name, isShown])).toEqual([
      ["Domain hash", false],
      ["Message hash", true],
    ]);
  });

  test("default: a deposit: the hash is shown; a transfer and a message need no comparison", () => {
    expect(advice("request-deposit-blind-on").hashes).toMatchObject([{ isShown: true }]);
    expect(advice("ether-transfer-1")).toEqual({ hidden: "", settings: [], hashes: [] });
    expect(advice("personal-sign-short")).toEqual({ hidden: "", settings: [], hashes: [] });
  });
});
