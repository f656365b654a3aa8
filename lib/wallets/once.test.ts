import { expect, it, vi } from "vitest";
import { once } from "./once";

it("default: nothing is loaded before the first call, and then once for all of them", async () => {
  const load = vi.fn(async () => ({}));
  const loaded = once(load);
  expect(load).not.toHaveBeenCalled();
  const [first, second] = await Promise.all([loaded(), loaded()]);
  expect(second).toBe(first);
  expect(await loaded()).toBe(first);
  expect(load).toHaveBeenCalledOnce();
});

it("error: what failed is told to all who waited for it, and tried once more by the next", async () => {
  const load = vi.fn(async () => "code").mockRejectedValueOnce(new TypeError("no network"));
  const loaded = once(load);
  const waiting = [loaded(), loaded()];
  // Whoever hears of the failure may try at once, while others have yet to hear of it.
  const again = waiting.map((one) => one.catch(() => loaded()));
  expect(await Promise.allSettled(waiting)).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
  expect(await Promise.all(again)).toEqual(["code", "code"]);
  expect(load).toHaveBeenCalledTimes(2);
});
