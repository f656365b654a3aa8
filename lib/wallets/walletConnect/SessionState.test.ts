import { describe, expect, it } from "vitest";
import { asStoredSession, SessionState } from "./SessionState";

const A = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const B = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
const APP_CHAIN = 10;
const on = (chainId: number, address: typeof A | typeof B) => ({ chainId, address });
const session = (accounts: readonly ReturnType<typeof on>[]) => ({ topic: "t", accounts, methods: [] });

function taken(accounts: readonly ReturnType<typeof on>[], before?: Parameters<SessionState["take"]>[1]) {
  const state = new SessionState(APP_CHAIN);
  state.take(session(accounts), before);
  return state;
}

describe("SessionState", () => {
  it("default: on the app's chain, with its accounts, and kept as such", () => {
    const state = taken([on(1, B), on(APP_CHAIN, A), on(APP_CHAIN, B)]);
    expect(state.chainId).toBe(APP_CHAIN);
    expect(state.accounts()).toEqual([A, B]);
    expect(asStoredSession(state.stored())).toEqual({ topic: "t", chainId: APP_CHAIN, address: A });
  });

  it("behavior: a wallet without an account of the app's chain is on its own", () => {
    const state = taken([on(1, B)]);
    expect([state.chainId, state.accounts()]).toEqual([1, [B]]);
  });

  it("behavior: what was kept comes back: chain, and the account in use first", () => {
    const before = { topic: "t", chainId: 1, address: B } as const;
    const state = taken([on(1, A), on(1, B), on(APP_CHAIN, A)], before);
    expect([state.chainId, state.accounts()]).toEqual([1, [B, A]]);
  });

  it("behavior: what the wallet does by itself is taken up", () => {
    const state = taken([on(APP_CHAIN, A), on(APP_CHAIN, B)]);
    expect(state.hear({ kind: "account", topic: "t", address: B })).toBe("changed");
    expect(state.accounts()).toEqual([B, A]);
    expect(state.hear({ kind: "chain", topic: "t", chainId: 5 })).toBe("changed");
    expect([state.chainId, state.accounts()]).toEqual([5, [B, A]]);
    expect(state.hear({ kind: "session", session: session([on(5, A)]) })).toBe("changed");
    expect(state.accounts()).toEqual([A]);
    expect(state.hear({ kind: "ended", topic: "t", by: "time" })).toBe("ended");
    expect([state.session, state.accounts(), state.stored()]).toEqual([null, [], null]);
  });

  it("error: another session's news, and an account that the wallet does not share, change nothing", () => {
    const state = taken([on(APP_CHAIN, A)]);
    expect(state.hear({ kind: "ended", topic: "other", by: "wallet" })).toBe(null);
    state.hear({ kind: "account", topic: "t", address: B });
    expect(state.accounts()).toEqual([A]);
  });
});

it.each([
  null,
  undefined,
  "t",
  {},
  { topic: "t", chainId: 1 },
  { topic: "t", chainId: "1", address: A },
  { topic: 7, chainId: 1, address: A },
])("error: %j was never kept", (stored) => {
  expect(asStoredSession(stored)).toBe(null);
});
