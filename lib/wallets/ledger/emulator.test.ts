import { describe, expect, test } from "vitest";
import { EmulatedLedger } from "@/e2e/ledger/EmulatedLedger";
import { Reports } from "@/e2e/ledger/Reports";
import { bareScreens, FLOWS, refusalOf, shownScreens } from "./transcriptFixture";

/** Every APDU of a flow through the framing, as the page's side of the cable sees it. */
async function answersOf(ledger: EmulatedLedger, apdus: readonly string[]): Promise<readonly string[]> {
  const answers: string[] = [];
  await ledger.open();
  for (const apdu of apdus) {
    const received: number[] = [];
    const answered = new Promise<void>((resolve) => {
      ledger.oninputreport = ({ data }) => {
        const report = new Uint8Array(data.buffer);
        received.push(...report.slice(5));
        const length = ((received[0] ?? 0) << 8) | (received[1] ?? 0);
        if (received.length >= length + 2) resolve();
      };
    });
    for (const report of Reports.of(0x0102, Uint8Array.from(Buffer.from(apdu, "hex"))))
      await ledger.sendReport(0, report);
    await answered;
    const length = ((received[0] ?? 0) << 8) | (received[1] ?? 0);
    answers.push(Buffer.from(received.slice(2, length + 2)).toString("hex"));
  }
  return answers;
}

describe("the emulated device against the genuine app", () => {
  test("default: there are 44 recorded flows", () => expect(FLOWS).toHaveLength(44));

  test.each(FLOWS.map((flow) => [flow.name, flow] as const))("default: %s", async (_, flow) => {
    const ledger = new EmulatedLedger(() => 0);
    Object.assign(ledger.knobs, {
      isBlindSigningOn: flow.settings.blindSigning,
      showsRawMessages: flow.settings.rawMessages,
      person: refusalOf(flow),
    });
    const answers = await answersOf(
      ledger,
      flow.exchanges.map(({ apdu }) => apdu),
    );
    flow.exchanges.forEach(({ apdu, response }, index) => {
      if (apdu.startsWith("e020")) expect(answers[index]).toMatch(/^[\da-f]{8}9000$/);
      else expect(answers[index], apdu).toBe(response);
    });
    if (flow.outcome.lastStatusWord !== "6a80") expect(bareScreens(ledger.screens)).toEqual(shownScreens(flow));
  });
});
