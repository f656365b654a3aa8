import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryStore, Phone } from "@/devnet/walletConnect/phoneFixture";
import { type Relay, startRelay } from "@/devnet/walletConnect/relayFixture";
import { WalletUnreachableError } from "@/lib/errors/walletErrors";
import type { PhoneSession } from "./PhoneSession";
import { type Invitation, WalletConnectLine } from "./WalletConnectLine";
import { WalletConnectPairing } from "./WalletConnectPairing";

const SESSION: PhoneSession = { topic: "t", accounts: [], methods: [] };

/** A line whose invitations the test answers. */
function lineOf(...invitations: readonly (() => Promise<Invitation>)[]) {
  const waiting = [...invitations];
  const line = {
    invite: vi.fn(() => waiting.shift()?.() ?? Promise.reject(new TypeError("no more"))),
    rest: vi.fn(async () => undefined),
  };
  return { line, pairing: new WalletConnectPairing(async () => line, 10) };
}

const turnBack = () => undefined;
const invitation = (session: Invitation["session"]) => async () => ({ uri: "wc:1", session, turnBack });
const never = new Promise<null>(() => undefined);

async function becomes(pairing: WalletConnectPairing, state: unknown) {
  await vi.waitFor(() => expect(pairing.current()).toEqual(state));
}

describe("WalletConnectPairing", () => {
  it("default: an invitation is shown until the wallet agrees", async () => {
    let agree: (session: PhoneSession) => void = () => undefined;
    const { line, pairing } = lineOf(invitation(new Promise((resolve) => (agree = resolve))));
    expect(pairing.current()).toEqual({ kind: "preparing" });
    await becomes(pairing, { kind: "inviting", uri: "wc:1" });
    expect(line.invite).toHaveBeenCalledWith(10);
    agree(SESSION);
    expect(await pairing.agreed).toBe(SESSION);
  });

  it.each<readonly [string, () => Promise<Invitation>]>([
    ["unreachable", () => Promise.reject(new WalletUnreachableError())],
    ["failed", () => Promise.reject(new TypeError("no chunk"))],
    ["rejected", () => invitation(Promise.reject({ code: 5000 }))()],
    ["rejected", () => invitation(Promise.reject({ code: 5002 }))()],
    ["expired", () => invitation(Promise.reject(new TypeError("Proposal expired")))()],
    ["noAccount", () => invitation(Promise.resolve(null))()],
  ])("error: %s is said, and another attempt may do", async (why, attempt) => {
    const { pairing } = lineOf(attempt, invitation(Promise.resolve(SESSION)));
    await becomes(pairing, { kind: "over", why });
    pairing.again();
    expect(await pairing.agreed).toBe(SESSION);
  });

  it("behavior: who turns back hears no more of it, and the relay is let go", async () => {
    const { line, pairing } = lineOf(invitation(never));
    await becomes(pairing, { kind: "inviting", uri: "wc:1" });
    const told = vi.fn();
    pairing.subscribe(told);
    pairing.cancel();
    expect(await pairing.agreed).toBe(null);
    await vi.waitFor(() => expect(line.rest).toHaveBeenCalledOnce());
    expect(told).not.toHaveBeenCalled();
  });

  it("behavior: an older invitation's end says nothing of the newer one", async () => {
    let fail: (cause: unknown) => void = () => undefined;
    const older = new Promise<null>((_, reject) => (fail = reject));
    const { pairing } = lineOf(invitation(older), invitation(never));
    await becomes(pairing, { kind: "inviting", uri: "wc:1" });
    pairing.again();
    await becomes(pairing, { kind: "inviting", uri: "wc:1" });
    fail({ code: 5000 });
    await Promise.resolve();
    expect(pairing.current()).toEqual({ kind: "inviting", uri: "wc:1" });
  });
});

describe("a phone that takes up what is no longer meant", () => {
  const account = "eip155:10:0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
  let relay: Relay;
  let phone: Phone;
  let line: WalletConnectLine;

  beforeEach(async () => {
    relay = await startRelay();
    phone = await Phone.start(relay.url);
    phone.accounts = [account];
    const setting = { projectId: "a".repeat(32), relayUrl: relay.url };
    line = await WalletConnectLine.open(setting, new MemoryStore(), "https://app.example");
  });

  afterEach(async () => {
    await phone.stop();
    await line.rest();
    await relay.stop();
  });

  async function uriOf(pairing: WalletConnectPairing, before = "") {
    return vi.waitFor(() => {
      const state = pairing.current();
      if (state.kind !== "inviting" || state.uri === before) throw new RangeError(state.kind);
      return state.uri;
    });
  }

  async function isLeft() {
    await vi.waitFor(() => expect([phone.proposals.length, phone.sessions()]).toEqual([1, []]), 4_000);
  }

  it("behavior: an older code's session is ended, and the newer code still connects", async () => {
    const pairing = new WalletConnectPairing(async () => line, 10);
    const older = await uriOf(pairing);
    pairing.again();
    const newer = await uriOf(pairing, older);
    await phone.scan(older);
    await isLeft();
    await phone.scan(newer);
    const session = await pairing.agreed;
    expect(phone.sessions()).toEqual([session?.topic]);
  });

  it("behavior: after turning back the session is ended as soon as it is heard of, and does not hold the relay", async () => {
    const cancelled = new WalletConnectPairing(async () => line, 10);
    const uri = await uriOf(cancelled);
    cancelled.cancel();
    await vi.waitFor(() => expect(relay.clients()).toBe(0));
    await phone.scan(uri);
    await vi.waitFor(() => expect(phone.proposals).toHaveLength(1), 4_000);
    const later = new WalletConnectPairing(async () => line, 10);
    await uriOf(later);
    await isLeft();
    expect(relay.clients()).toBe(2);
    later.cancel();
    await vi.waitFor(() => expect(relay.clients()).toBe(1));
  });

  it("error: a session without an account is ended", async () => {
    phone.accounts = [];
    const pairing = new WalletConnectPairing(async () => line, 10);
    await phone.scan(await uriOf(pairing));
    await becomes(pairing, { kind: "over", why: "noAccount" });
    await isLeft();
    await vi.waitFor(() => expect(relay.clients()).toBe(1));
  });
});
