import { describe, expect, it, vi } from "vitest";
import { WalletUnreachableError } from "@/lib/errors/walletErrors";
import type { PhoneSession } from "./PhoneSession";
import type { Invitation } from "./WalletConnectLine";
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

const invitation = (session: Invitation["session"]) => async () => ({ uri: "wc:1", session });
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
