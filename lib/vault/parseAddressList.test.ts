import { expect, test } from "vitest";
import { MOST_ADDRESSES, parseAddressList } from "./parseAddressList";

const address = (byte: string) => `0x${byte.repeat(20)}` as const;
const [a, b] = [address("a1"), address("b2")];

test("default: addresses with anything usual between them, each once", () => {
  expect(parseAddressList(` ${a},${b};\n${a.toUpperCase().replace("0X", "0x")} `)).toEqual({
    ok: true,
    addresses: [a, b],
  });
  expect(parseAddressList(`${a}+${b}`)).toEqual({ ok: true, addresses: [a, b] });
});

test("error: nothing, a piece that is none, and too many", () => {
  expect(parseAddressList(" , ")).toEqual({ ok: false, reason: "empty" });
  expect(parseAddressList(`${a} vitalik`)).toEqual({ ok: false, reason: "noAddress", piece: "vitalik" });
  expect(parseAddressList(`${a}0`)).toMatchObject({ ok: false, reason: "noAddress" });
  const many = Array.from({ length: MOST_ADDRESSES + 1 }, (_, index) => address((index + 16).toString(16)));
  expect(parseAddressList(many.join(" "))).toEqual({ ok: false, reason: "tooMany" });
});
