import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { accept, ask, HASH, openBrowser, openTab, review, send, settled, type Tab } from "./tabsFixture";

beforeEach(openBrowser);
afterEach(() => void vi.unstubAllGlobals());

/** A write of this tab fails in the wallet after number 3 was asked for, and its news is put away. */
async function failAndClose(tab: Tab) {
  await ask(tab, "plan-1");
  tab.tell({ type: "walletFailed", code: "walletFailed" });
  tab.tell({ type: "dismissed" });
  await settled();
}

test("behavior: a number that a closed attempt may still use binds every tab, and one that is opened later", async () => {
  const first = openTab();
  const second = openTab();
  await failAndClose(first);
  expect([first.state(), second.state()]).toEqual([
    { status: "idle", nonce: 3 },
    { status: "idle", nonce: 3 },
  ]);
  first.close();
  second.close();
  const later = openTab();
  review(later, "plan-2");
  expect(later.state()).toMatchObject({ status: "simulated", nonce: 3 });
});

test("behavior: a review that was open before the number was left is bound to it when it is accepted, and reviewed anew", async () => {
  const first = openTab();
  const second = openTab();
  review(second, "plan-2");
  await failAndClose(first);
  second.tell({ type: "accepted" });
  await settled();
  expect(second.state()).toMatchObject({ status: "planning", nonce: 3 });
  expect(second.isOurs()).toBe(false);
  expect(openTab().state()).toEqual({ status: "idle", nonce: 3 });
  await accept(second, "plan-3");
  expect(second.state()).toMatchObject({ status: "awaitingSignature", nonce: 3 });
  expect(second.isOurs()).toBe(true);
});

test("behavior: nor does its reload forget the number that was left", async () => {
  const first = openTab();
  const second = openTab();
  review(second, "plan-2");
  await failAndClose(first);
  second.reload();
  expect(second.state()).toMatchObject({ status: "planning", nonce: 3 });
  await accept(second, "plan-3");
  expect(second.state()).toMatchObject({ status: "awaitingSignature", nonce: 3 });
});

test("behavior: a tab that still shows what was confirmed before begins with the number that was left", async () => {
  const first = openTab();
  const second = openTab();
  await send(second, "plan-0");
  second.tell({ type: "included", hash: HASH, blockNumber: 9n, isSuccess: true, revert: null });
  second.tell({ type: "confirmationsCounted", hash: HASH, confirmations: 2 });
  await settled();
  await failAndClose(first);
  expect(second.state()).toMatchObject({ status: "confirmed" });
  review(second, "plan-2");
  expect(second.state()).toMatchObject({ status: "simulated", nonce: 3 });
});

test("behavior: a review that was open before the number was left does not wipe it out; the write that had it does", async () => {
  const first = openTab();
  const second = openTab();
  review(second, "plan-2");
  await failAndClose(first);
  second.tell({ type: "dismissed" });
  expect(openTab().state()).toEqual({ status: "idle", nonce: 3 });
  await ask(first, "plan-3");
  first.tell({ type: "sent", hash: HASH });
  first.tell({ type: "included", hash: HASH, blockNumber: 9n, isSuccess: false, revert: null });
  first.tell({ type: "confirmationsCounted", hash: HASH, confirmations: 2 });
  first.tell({ type: "dismissed" });
  await settled();
  expect(openTab().state()).toEqual({ status: "idle" });
});
