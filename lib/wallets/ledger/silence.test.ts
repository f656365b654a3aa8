import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { ACCOUNT, emulatedSession } from "@/e2e/ledger/emulatedSession";
import {
  aDeviceForEach,
  at,
  codeOf,
  expectMended,
  signMessage,
  signPermit,
  signTransaction,
} from "@/e2e/ledger/faultsFixture";

aDeviceForEach();

/** The device says nothing: lets the time pass that a session waits. */
async function pass(milliseconds: number) {
  await vi.waitFor(() => expect(at.ledger.apdus.length).toBeGreaterThan(0));
  await new Promise((resolve) => setImmediate(resolve));
  at.clock.pass(milliseconds);
}

describe("silence and noise", () => {
  test("error: a device that says nothing is given up after 10 seconds, and works again when it speaks", async () => {
    await at.session.address(ACCOUNT.path);
    at.ledger.knobs.isMute = true;
    at.ledger.apdus.length = 0;
    const asked = codeOf(at.session.configuration());
    await pass(9_999);
    expect(at.session.activity.current().kind).toBe("reading");
    at.clock.pass(1);
    expect(await asked).toBe("ledgerTimedOut");
    await expectMended({ isMute: false });
  });

  test("error: one that says nothing from the start, too", async () => {
    at.ledger.knobs.isMute = true;
    const connected = codeOf(at.session.connect({ mayAsk: false }));
    await pass(10_000);
    expect(await connected).toBe("ledgerTimedOut");
    await expectMended({ isMute: false });
  });

  test("behavior: the time that the kit gives the app to name itself does not break off what a person reads next", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    at.ledger.knobs.person = "waits";
    const signed = codeOf(signPermit());
    await vi.waitFor(() => expect(at.ledger.isAsking).toBe(true));
    vi.advanceTimersByTime(60_000);
    at.ledger.decide(true);
    expect(await signed).toBe("fine");
    await expectMended({ person: "confirms" });
  });

  test("error: a person has ten minutes", async () => {
    await at.session.address(ACCOUNT.path);
    at.ledger.knobs.person = "waits";
    const signed = codeOf(signTransaction());
    await vi.waitFor(() => expect(at.ledger.isAsking).toBe(true));
    at.clock.pass(599_999);
    expect(at.ledger.isAsking).toBe(true);
    at.clock.pass(1);
    expect(await signed).toBe("ledgerTimedOut");
    await expectMended({ person: "confirms" });
  });

  test("behavior: reports that are not the next of our channel change nothing", async () => {
    at.ledger.knobs.noise = "before";
    await expectMended({});
    expect(await codeOf(signPermit())).toBe("fine");
  });

  test.each(["instead", "otherChannel"] as const)("error: noise %s of the answer is no answer", async (noise) => {
    await at.session.address(ACCOUNT.path);
    at.ledger.knobs.noise = noise;
    at.ledger.apdus.length = 0;
    const signed = codeOf(signMessage());
    await pass(600_000);
    expect(await signed).toBe("ledgerTimedOut");
    await expectMended({ noise: "none" });
  });

  test("behavior: 10,000 reports of noise, at rest and while a person is asked, neither crash nor hang a session", async () => {
    await at.session.address(ACCOUNT.path);
    const heads = fc.constantFrom<readonly number[]>([], [0, 0, 5, 0, 0], [1, 1, 5, 0, 0, 0, 2], [255, 255, 5, 0, 1]);
    const noise = fc.property(heads, fc.uint8Array({ maxLength: 80 }), (head, tail) =>
      at.ledger.deliver(Uint8Array.from([...head, ...tail])),
    );
    fc.assert(noise, { numRuns: 5_000 });
    at.ledger.knobs.person = "waits";
    const signed = codeOf(signPermit());
    await vi.waitFor(() => expect(at.ledger.isAsking).toBe(true));
    fc.assert(noise, { numRuns: 5_000 });
    at.ledger.decide(true);
    expect(await signed).toBe("fine");
    await expectMended({ person: "confirms" });
  });

  test("error: noise on our own channel that passes for an answer is never taken for a signature", async () => {
    const answers = fc.tuple(fc.nat(70), fc.boolean(), fc.uint8Array({ minLength: 57, maxLength: 57 }));
    const samples = fc.sample(answers, { numRuns: 40 });
    for (const [length, isWell, bytes] of samples) {
      at.ledger.knobs.person = "waits";
      const signed = codeOf(signMessage());
      await vi.waitFor(() => expect(at.ledger.isAsking).toBe(true));
      const payload = [0, length, ...bytes];
      if (isWell && length >= 2) payload.splice(length, 2, 0x90, 0x00);
      at.ledger.deliver(
        Uint8Array.from([at.ledger.channel >> 8, at.ledger.channel & 0xff, 5, 0, 0, ...payload.slice(0, 59)]),
      );
      await new Promise((resolve) => setImmediate(resolve));
      at.clock.pass(600_000);
      expect(await signed).toMatch(/^ledger(Failed|TimedOut|WrongSignature|Rejected)$/);
      at.ledger.decide(false);
    }
    await expectMended({ person: "confirms" });
  });
});

describe("unplugged", () => {
  test("error: at every frame of a transaction, and plugged in again the next one works", async () => {
    await signTransaction();
    const { frames } = at.ledger;
    expect(frames).toBeGreaterThan(15);
    for (let frame = 1; frame <= frames; frame += 1) {
      Object.assign(at, emulatedSession());
      at.ledger.knobs.unplugAtFrame = frame;
      expect(await codeOf(signTransaction()), `frame ${frame}`).toBe("ledgerUnplugged");
      expect(await codeOf(signTransaction()), "while it is out").toBe("ledgerUnplugged");
      at.ledger.knobs.unplugAtFrame = null;
      at.hid.plug();
      expect(await codeOf(signTransaction()), `after frame ${frame}`).toBe("fine");
    }
  });

  test.each([
    ["between two requests", null],
    ["while it was asked which app is open", 1],
    ["while it answered that", 2],
  ])(
    "behavior: plugged in again at once it stays open, however long the kit would have waited for it: unplugged %s",
    async (_when, frame) => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      at.ledger.knobs.unplugAtFrame = frame;
      expect(await codeOf(signTransaction())).toBe(frame === null ? "fine" : "ledgerUnplugged");
      if (frame === null) at.hid.unplug();
      at.ledger.knobs.unplugAtFrame = null;
      at.hid.plug();
      expect(await codeOf(signTransaction())).toBe("fine");
      vi.advanceTimersByTime(60_000);
      expect(await codeOf(signTransaction())).toBe("fine");
    },
  );

  test("error: while the person looks at its screen, and between two requests", async () => {
    at.ledger.knobs.person = "waits";
    const signed = codeOf(signPermit());
    await vi.waitFor(() => expect(at.ledger.isAsking).toBe(true));
    at.hid.unplug();
    expect(await signed).toBe("ledgerUnplugged");
    at.hid.plug();
    await expectMended({ person: "confirms" });
    at.hid.unplug();
    at.hid.plug();
    await expectMended({});
  });
});
