import fc from "fast-check";
import { recoverMessageAddress, stringToHex } from "viem";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Knobs, NANO_S } from "@/e2e/ledger/EmulatedLedger";
import { ACCOUNT, emulatedSession, TRANSFER } from "@/e2e/ledger/emulatedSession";
import { IN_THE_WAY } from "@/e2e/ledger/inTheWay";
import { FLOWS } from "./transcriptFixture";

let { clock, ledger, hid, session, asked } = emulatedSession();

beforeEach(() => {
  ({ clock, ledger, hid, session, asked } = emulatedSession());
});

afterEach(() => {
  expect(asked).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

const MESSAGE = stringToHex("Sign in to Option Vault");
const APPROVE = { ...TRANSFER, data: `0x095ea7b3${"00".repeat(64)}` } as const;
const PERMIT = FLOWS.find(({ name }) => name === "permit")?.request.typedData;

const signMessage = () => session.signMessage(ACCOUNT, MESSAGE);
const signTransaction = () => session.signTransaction(ACCOUNT, TRANSFER);
const signPermit = () =>
  PERMIT ? session.signTypedData(ACCOUNT, PERMIT) : Promise.reject(new RangeError("no permit"));

const codeOf = (request: Promise<unknown>) =>
  request.then(
    () => "fine",
    (thrown: { readonly code?: string }) => thrown.code,
  );

/** After the fault is mended the device signs again, in the same session. */
async function expectMended(mended: Partial<Knobs>) {
  Object.assign(ledger.knobs, mended);
  const signature = await signMessage();
  expect(await recoverMessageAddress({ message: { raw: MESSAGE }, signature })).toBe(ACCOUNT.address);
}

/** The device says nothing: lets the time pass that a session waits. */
async function pass(milliseconds: number) {
  await vi.waitFor(() => expect(ledger.apdus.length).toBeGreaterThan(0));
  await new Promise((resolve) => setImmediate(resolve));
  clock.pass(milliseconds);
}

describe("what the device is found in", () => {
  test.each(IN_THE_WAY)("error: %s at the start, and mended", async (code, fault, mended) => {
    Object.assign(ledger.knobs, fault);
    expect(await codeOf(signTransaction())).toBe(code);
    await expectMended(mended);
  });

  test.each<readonly [string, Partial<Knobs>, Partial<Knobs>]>([
    ["ledgerLocked", { isLocked: true }, { isLocked: false }],
    ["ledgerAppClosed", { appName: "BOLOS" }, { appName: "Ethereum" }],
    ["ledgerWrongApp", { appName: "Bitcoin" }, { appName: "Ethereum" }],
    ["ledgerBlindSigningOff", { isBlindSigningOn: false }, { isBlindSigningOn: true }],
    ["ledgerRejected", { person: { refusesAt: 0 } }, { person: "confirms" }],
    ["ledgerWrongSignature", { isLying: true }, { isLying: false }],
  ])("error: %s with the device open, for every kind of request, and mended", async (code, fault, mended) => {
    await session.address(ACCOUNT.path);
    Object.assign(ledger.knobs, fault);
    const blind = code === "ledgerBlindSigningOff";
    expect(await codeOf(blind ? session.signTransaction(ACCOUNT, APPROVE) : signTransaction())).toBe(code);
    expect(await codeOf(signPermit())).toBe(code);
    if (!blind) expect(await codeOf(signMessage())).toBe(code);
    expect(ledger.app.bareHashes).toBe(0);
    await expectMended(mended);
  });

  test.each(IN_THE_WAY)(
    "error: %s at the start on an original Nano S, which the kit asks more",
    async (code, fault, mended) => {
      Object.assign(ledger, NANO_S);
      Object.assign(ledger.knobs, fault);
      expect(await codeOf(signTransaction())).toBe(code);
      await expectMended(mended);
    },
  );

  test("behavior: a device that takes longer over its app's name than the kit waits is waited for", async () => {
    ledger.knobs.slowMilliseconds = 1_200;
    expect(await session.connect({ mayAsk: true })).toEqual({ name: "Ethereum", version: "1.23.0-dev" });
    await expectMended({ slowMilliseconds: 0 });
  });

  test("error: the app that is open is named", async () => {
    ledger.knobs.appName = "Bitcoin";
    await expect(signMessage()).rejects.toMatchObject({ code: "ledgerWrongApp", appName: "Bitcoin" });
  });

  test("error: another seed is noticed before the person is asked anything", async () => {
    ledger.knobs.mnemonic = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    expect(await codeOf(signTransaction())).toBe("ledgerOtherAccount");
    expect(ledger.screens).toEqual([]);
  });

  test("error: no WebHID, no device chosen, none plugged in", async () => {
    hid.isAllowed = false;
    hid.choosesDevice = false;
    expect(await codeOf(session.connect({ mayAsk: true }))).toBe("ledgerNotChosen");
    expect(await codeOf(session.connect({ mayAsk: false }))).toBe("ledgerUnplugged");
    hid.choosesDevice = true;
    expect(await session.connect({ mayAsk: true })).toEqual({ name: "Ethereum", version: "1.23.0-dev" });
    expect(hid.prompts).toBe(2);
    vi.stubGlobal("navigator", {});
    await session.disconnect();
    expect(await codeOf(session.connect({ mayAsk: true }))).toBe("ledgerUnsupportedBrowser");
  });
});

describe("one request at a time", () => {
  test("behavior: two at once: the second rests until the first is off the screen, and no bare hash is asked for", async () => {
    await session.address(ACCOUNT.path);
    const results = await Promise.all([signPermit(), signPermit(), signTransaction()]);
    expect(new Set(results.slice(0, 2)).size).toBe(1);
    expect(clock.rests).toEqual([3500, 3500]);
    expect(ledger.app.bareHashes).toBe(0);
  });

  test("behavior: after a refusal it rests as well, after silence not", async () => {
    ledger.knobs.person = { refusesAt: 0 };
    expect(await codeOf(signMessage())).toBe("ledgerRejected");
    await session.configuration();
    expect(clock.rests).toEqual([3500]);
    await session.configuration();
    expect(clock.rests).toEqual([3500]);
  });

  test("error: a device that is busy for longer is not talked into signing a bare hash", async () => {
    ledger.knobs.busyMilliseconds = 60_000;
    await signMessage();
    expect(await codeOf(signPermit())).toBe("ledgerBareHash");
    expect(await codeOf(signMessage())).toBe("ledgerTooSoon");
    expect(ledger.apdus.filter((apdu) => apdu.startsWith("e00c0000"))).toEqual([]);
    expect(ledger.app.bareHashes).toBe(0);
  });

  test("behavior: what is asked of the person is told while it is asked", async () => {
    ledger.knobs.person = "waits";
    const kinds: string[] = [];
    session.activity.subscribe(() => kinds.push(session.activity.current().kind));
    const signed = signTransaction();
    await vi.waitFor(() => expect(ledger.isAsking).toBe(true));
    expect(session.activity.current()).toMatchObject({
      kind: "confirming",
      request: { kind: "transaction", to: TRANSFER.to },
    });
    ledger.decide(true);
    await signed;
    expect(kinds).toEqual(["connecting", "confirming", "idle"]);
  });
});

describe("silence and noise", () => {
  test("error: a device that says nothing is given up after 10 seconds, and works again when it speaks", async () => {
    await session.address(ACCOUNT.path);
    ledger.knobs.isMute = true;
    ledger.apdus.length = 0;
    const asked = codeOf(session.configuration());
    await pass(9_999);
    expect(session.activity.current().kind).toBe("reading");
    clock.pass(1);
    expect(await asked).toBe("ledgerTimedOut");
    await expectMended({ isMute: false });
  });

  test("error: one that says nothing from the start, too", async () => {
    ledger.knobs.isMute = true;
    const connected = codeOf(session.connect({ mayAsk: false }));
    await pass(10_000);
    expect(await connected).toBe("ledgerTimedOut");
    await expectMended({ isMute: false });
  });

  test("behavior: the time that the kit gives the app to name itself does not break off what a person reads next", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    ledger.knobs.person = "waits";
    const signed = codeOf(signPermit());
    await vi.waitFor(() => expect(ledger.isAsking).toBe(true));
    vi.advanceTimersByTime(60_000);
    ledger.decide(true);
    expect(await signed).toBe("fine");
    vi.useRealTimers();
    await expectMended({ person: "confirms" });
  });

  test("error: a person has ten minutes", async () => {
    await session.address(ACCOUNT.path);
    ledger.knobs.person = "waits";
    const signed = codeOf(signTransaction());
    await vi.waitFor(() => expect(ledger.isAsking).toBe(true));
    clock.pass(599_999);
    expect(ledger.isAsking).toBe(true);
    clock.pass(1);
    expect(await signed).toBe("ledgerTimedOut");
    await expectMended({ person: "confirms" });
  });

  test("behavior: reports that are not the next of our channel change nothing", async () => {
    ledger.knobs.noise = "before";
    await expectMended({});
    expect(await codeOf(signPermit())).toBe("fine");
  });

  test.each(["instead", "otherChannel"] as const)("error: noise %s of the answer is no answer", async (noise) => {
    await session.address(ACCOUNT.path);
    ledger.knobs.noise = noise;
    ledger.apdus.length = 0;
    const signed = codeOf(signMessage());
    await pass(600_000);
    expect(await signed).toBe("ledgerTimedOut");
    await expectMended({ noise: "none" });
  });

  test("behavior: 10,000 reports of noise, at rest and while a person is asked, neither crash nor hang a session", async () => {
    await session.address(ACCOUNT.path);
    const heads = fc.constantFrom<readonly number[]>([], [0, 0, 5, 0, 0], [1, 1, 5, 0, 0, 0, 2], [255, 255, 5, 0, 1]);
    const noise = fc.property(heads, fc.uint8Array({ maxLength: 80 }), (head, tail) =>
      ledger.deliver(Uint8Array.from([...head, ...tail])),
    );
    fc.assert(noise, { numRuns: 5_000 });
    ledger.knobs.person = "waits";
    const signed = codeOf(signPermit());
    await vi.waitFor(() => expect(ledger.isAsking).toBe(true));
    fc.assert(noise, { numRuns: 5_000 });
    ledger.decide(true);
    expect(await signed).toBe("fine");
    await expectMended({ person: "confirms" });
  });

  test("error: noise on our own channel that passes for an answer is never taken for a signature", async () => {
    const answers = fc.tuple(fc.nat(70), fc.boolean(), fc.uint8Array({ minLength: 57, maxLength: 57 }));
    const samples = fc.sample(answers, { numRuns: 40 });
    for (const [length, isWell, bytes] of samples) {
      ledger.knobs.person = "waits";
      const signed = codeOf(signMessage());
      await vi.waitFor(() => expect(ledger.isAsking).toBe(true));
      const payload = [0, length, ...bytes];
      if (isWell && length >= 2) payload.splice(length, 2, 0x90, 0x00);
      ledger.deliver(Uint8Array.from([ledger.channel >> 8, ledger.channel & 0xff, 5, 0, 0, ...payload.slice(0, 59)]));
      await new Promise((resolve) => setImmediate(resolve));
      clock.pass(600_000);
      expect(await signed).toMatch(/^ledger(Failed|TimedOut|WrongSignature|Rejected)$/);
      ledger.decide(false);
    }
    await expectMended({ person: "confirms" });
  });
});

describe("unplugged", () => {
  test("error: at every frame of a transaction, and plugged in again the next one works", async () => {
    await signTransaction();
    const { frames } = ledger;
    expect(frames).toBeGreaterThan(15);
    for (let frame = 1; frame <= frames; frame += 1) {
      ({ clock, ledger, hid, session, asked } = emulatedSession());
      ledger.knobs.unplugAtFrame = frame;
      expect(await codeOf(signTransaction()), `frame ${frame}`).toBe("ledgerUnplugged");
      expect(await codeOf(signTransaction()), "while it is out").toBe("ledgerUnplugged");
      ledger.knobs.unplugAtFrame = null;
      hid.plug();
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
      ledger.knobs.unplugAtFrame = frame;
      expect(await codeOf(signTransaction())).toBe(frame === null ? "fine" : "ledgerUnplugged");
      if (frame === null) hid.unplug();
      ledger.knobs.unplugAtFrame = null;
      hid.plug();
      expect(await codeOf(signTransaction())).toBe("fine");
      vi.advanceTimersByTime(60_000);
      expect(await codeOf(signTransaction())).toBe("fine");
      vi.useRealTimers();
    },
  );

  test("error: while the person looks at its screen, and between two requests", async () => {
    ledger.knobs.person = "waits";
    const signed = codeOf(signPermit());
    await vi.waitFor(() => expect(ledger.isAsking).toBe(true));
    hid.unplug();
    expect(await signed).toBe("ledgerUnplugged");
    hid.plug();
    await expectMended({ person: "confirms" });
    hid.unplug();
    hid.plug();
    await expectMended({});
  });
});
