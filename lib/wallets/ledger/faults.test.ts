import { describe, expect, test, vi } from "vitest";
import { type Knobs, NANO_S } from "@/e2e/ledger/EmulatedLedger";
import { ACCOUNT, TRANSFER } from "@/e2e/ledger/emulatedSession";
import {
  aDeviceForEach,
  at,
  codeOf,
  expectMended,
  signMessage,
  signPermit,
  signTransaction,
} from "@/e2e/ledger/faultsFixture";
import { IN_THE_WAY } from "@/e2e/ledger/inTheWay";

aDeviceForEach();

const APPROVE = { ...TRANSFER, data: `0x095ea7b3${"00".repeat(64)}` } as const;

describe("what the device is found in", () => {
  test.each(IN_THE_WAY)("error: %s at the start, and mended", async (code, fault, mended) => {
    Object.assign(at.ledger.knobs, fault);
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
    await at.session.address(ACCOUNT.path);
    Object.assign(at.ledger.knobs, fault);
    const blind = code === "ledgerBlindSigningOff";
    expect(await codeOf(blind ? at.session.signTransaction(ACCOUNT, APPROVE) : signTransaction())).toBe(code);
    expect(await codeOf(signPermit())).toBe(code);
    if (!blind) expect(await codeOf(signMessage())).toBe(code);
    expect(at.ledger.app.bareHashes).toBe(0);
    await expectMended(mended);
  });

  test.each(IN_THE_WAY)(
    "error: %s at the start on an original Nano S, which the kit asks more",
    async (code, fault, mended) => {
      Object.assign(at.ledger, NANO_S);
      Object.assign(at.ledger.knobs, fault);
      expect(await codeOf(signTransaction())).toBe(code);
      await expectMended(mended);
    },
  );

  test("behavior: a device that takes longer over its app's name than the kit waits is waited for", async () => {
    at.ledger.knobs.slowMilliseconds = 1_200;
    expect(await at.session.connect({ mayAsk: true })).toEqual({ name: "Ethereum", version: "1.23.0-dev" });
    await expectMended({ slowMilliseconds: 0 });
  });

  test("error: the app that is open is named", async () => {
    at.ledger.knobs.appName = "Bitcoin";
    await expect(signMessage()).rejects.toMatchObject({ code: "ledgerWrongApp", appName: "Bitcoin" });
  });

  test("error: another seed is noticed before the person is asked anything", async () => {
    at.ledger.knobs.mnemonic = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    expect(await codeOf(signTransaction())).toBe("ledgerOtherAccount");
    expect(at.ledger.screens).toEqual([]);
  });

  test("error: no WebHID, no device chosen, none plugged in", async () => {
    at.hid.isAllowed = false;
    at.hid.choosesDevice = false;
    expect(await codeOf(at.session.connect({ mayAsk: true }))).toBe("ledgerNotChosen");
    expect(await codeOf(at.session.connect({ mayAsk: false }))).toBe("ledgerUnplugged");
    at.hid.choosesDevice = true;
    expect(await at.session.connect({ mayAsk: true })).toEqual({ name: "Ethereum", version: "1.23.0-dev" });
    expect(at.hid.prompts).toBe(2);
    vi.stubGlobal("navigator", {});
    await at.session.disconnect();
    expect(await codeOf(at.session.connect({ mayAsk: true }))).toBe("ledgerUnsupportedBrowser");
  });
});

describe("one request at a time", () => {
  test("behavior: two at once: the second rests until the first is off the screen, and no bare hash is asked for", async () => {
    await at.session.address(ACCOUNT.path);
    const results = await Promise.all([signPermit(), signPermit(), signTransaction()]);
    expect(new Set(results.slice(0, 2)).size).toBe(1);
    expect(at.clock.rests).toEqual([3500, 3500]);
    expect(at.ledger.app.bareHashes).toBe(0);
  });

  test("behavior: after a refusal it rests as well, after silence not", async () => {
    at.ledger.knobs.person = { refusesAt: 0 };
    expect(await codeOf(signMessage())).toBe("ledgerRejected");
    await at.session.configuration();
    expect(at.clock.rests).toEqual([3500]);
    await at.session.configuration();
    expect(at.clock.rests).toEqual([3500]);
  });

  test("error: a device that is busy for longer is not talked into signing a bare hash", async () => {
    at.ledger.knobs.busyMilliseconds = 60_000;
    await signMessage();
    expect(await codeOf(signPermit())).toBe("ledgerBareHash");
    expect(await codeOf(signMessage())).toBe("ledgerTooSoon");
    expect(at.ledger.apdus.filter((apdu) => apdu.startsWith("e00c0000"))).toEqual([]);
    expect(at.ledger.app.bareHashes).toBe(0);
  });

  test("behavior: what is asked of the person is told while it is asked", async () => {
    at.ledger.knobs.person = "waits";
    const kinds: string[] = [];
    at.session.activity.subscribe(() => kinds.push(at.session.activity.current().kind));
    const signed = signTransaction();
    await vi.waitFor(() => expect(at.ledger.isAsking).toBe(true));
    expect(at.session.activity.current()).toMatchObject({
      kind: "confirming",
      request: { kind: "transaction", to: TRANSFER.to },
    });
    at.ledger.decide(true);
    await signed;
    expect(kinds).toEqual(["connecting", "confirming", "idle"]);
  });
});
