import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browserStore } from "./browserStore";
import { stubStorage } from "./keptFixture";

const NONE: readonly number[] = [];
const numbers = (key: string) =>
  browserStore({ key, none: NONE, parsed: (text): readonly number[] => JSON.parse(text) });
let kept: Map<string, string>;

beforeEach(() => {
  kept = stubStorage();
});

afterEach(() => vi.unstubAllGlobals());

test("default: what is written is read, as the same object until it changes", () => {
  const store = numbers("a");
  expect(store.read()).toBe(NONE);
  store.write("[1,2]");
  expect(store.read()).toEqual([1, 2]);
  expect(store.read()).toBe(store.read());
  expect(kept.get("a")).toBe("[1,2]");
  expect(store.readOnServer()).toBe(NONE);
  expect(numbers("b").read()).toBe(NONE);
});

test("behavior: this tab's writes and another's are heard, until one stops to listen", () => {
  const store = numbers("a");
  const heard = vi.fn();
  const end = store.subscribe(heard);
  store.write("[1]");
  kept.set("a", "[3]");
  window.dispatchEvent(new Event("storage"));
  expect(heard).toHaveBeenCalledTimes(2);
  expect(store.read()).toEqual([3]);
  end();
  store.write("[4]");
  window.dispatchEvent(new Event("storage"));
  expect(heard).toHaveBeenCalledTimes(2);
});

test("error: text that is not ours is nothing", () => {
  kept.set("a", "{");
  expect(numbers("a").read()).toBe(NONE);
});

test("error: where nothing may be kept, it stands until the page is left; later writes are kept again", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  const store = numbers("a");
  expect(store.read()).toBe(NONE);
  store.write("[1]");
  expect(store.read()).toEqual([1]);
  vi.stubGlobal("localStorage", { getItem: () => "[2]", setItem: () => undefined });
  expect(store.read()).toEqual([1]);
  store.write("[2]");
  expect(store.read()).toEqual([2]);
});
