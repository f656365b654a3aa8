import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openSafeApp } from "./SafeApp";

const SAFE = "https://app.safe.global";
const HASH = `0x${"ab".repeat(32)}` as const;

type Asked = { readonly id: string; readonly method: string; readonly params: unknown };
type Heard = { readonly origin: string; readonly source: unknown; readonly data: unknown };

/** A window in a frame: what it asks of its parent, and a way to let it hear a message. */
function framedWindow() {
  const asked: Asked[] = [];
  const listeners: ((message: Heard) => void)[] = [];
  const parent = { postMessage: (message: Asked) => void asked.push(message) };
  const addEventListener = (_: string, listener: (message: Heard) => void) => void listeners.push(listener);
  vi.stubGlobal("window", { parent, addEventListener, crypto: globalThis.crypto });
  const hear = (message: Partial<Heard>) => {
    for (const listener of listeners) listener({ origin: SAFE, source: parent, data: null, ...message });
  };
  const answerTo = (data: unknown, question = asked.at(-1)) => ({
    ...{ id: question?.id, success: true, version: "9.1.0" },
    data,
  });
  return { asked, hear, answerTo };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("default: the parent is asked, and its answer is given on as it is", async () => {
  const { asked, hear, answerTo } = framedWindow();
  const app = await openSafeApp([SAFE]);
  const sent = app.send([{ to: "0x5a", value: "7", data: "0x" }]);
  hear({ data: answerTo({ safeTxHash: HASH }) });
  expect(await sent).toEqual({ safeTxHash: HASH });
  expect(asked).toMatchObject([
    { method: "sendTransactions", params: { txs: [{ to: "0x5a", value: "7", data: "0x" }] } },
  ]);
});

it.each<readonly [string, Partial<Heard>]>([
  ["another origin", { origin: "https://evil.example" }],
  ["an origin that begins like it", { origin: `${SAFE}.evil.example` }],
  ["an origin that ends like it", { origin: `https://evil.example/${SAFE}` }],
  ["an origin that its dots would stand for", { origin: "https://appxsafe.global" }],
  ["the same host without encryption", { origin: "http://app.safe.global" }],
  ["a window that is not the parent", { source: {} }],
])("error: %s is not heard, whatever it knows", async (_, from) => {
  const { hear, answerTo } = framedWindow();
  const app = await openSafeApp([SAFE]);
  const account = app.account();
  hear({ data: answerTo("a stranger's"), ...from });
  hear({ data: answerTo("the Safe's") });
  expect(await account).toBe("the Safe's");
});

it("error: silence ends, but not while somebody thinks about a signature", async () => {
  const { hear, answerTo } = framedWindow();
  const app = await openSafeApp([SAFE]);
  const account = expect(app.account()).rejects.toThrow("does not answer");
  const known = expect(app.transaction(HASH)).rejects.toThrow("does not answer");
  const sent = app.send([{ to: "0x5a", value: "0", data: "0x" }]);
  await vi.advanceTimersByTimeAsync(3_600_000);
  await Promise.all([account, known]);
  hear({ data: answerTo({ safeTxHash: HASH }) });
  expect(await sent).toEqual({ safeTxHash: HASH });
});

it("error: the page's own words come with a refusal", async () => {
  const { asked, hear } = framedWindow();
  const app = await openSafeApp([SAFE]);
  const sent = app.send([{ to: "0x5a", value: "0", data: "0x" }]);
  hear({ data: { id: asked[0]?.id, success: false, version: "9.1.0", error: "Transaction was rejected" } });
  await expect(sent).rejects.toThrow("Transaction was rejected");
});
