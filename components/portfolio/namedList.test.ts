import { expect, test, vi } from "vitest";
import { namedList } from "./namedList";

const a = `0x${"a1".repeat(20)}` as const;
const b = `0x${"b2".repeat(20)}` as const;

test("default: names and addresses together; only names are looked up", async () => {
  const lookUp = vi.fn(async () => ({ ok: true, address: b }) as const);
  expect(await namedList(`${a}, vault.eth`, lookUp)).toEqual({ ok: true, addresses: [a, b] });
  expect(lookUp.mock.calls).toEqual([["vault.eth"]]);
});

test("error: a name that leads nowhere has its sentence, a piece that is neither the usual one", async () => {
  expect(await namedList("vault.eth", async () => ({ ok: false, reason: "noNames" }))).toMatchObject({
    sentence: expect.stringContaining("no names"),
  });
  expect(await namedList("vault", async () => ({ ok: true, address: a }))).toEqual({
    ok: false,
    reason: "noAddress",
    piece: "vault",
  });
});
