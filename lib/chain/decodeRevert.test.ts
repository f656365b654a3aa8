import { type AbiParameter, encodeErrorResult, type Hex } from "viem";
import { describe, expect, it } from "vitest";
import { decodeRevert, KNOWN_ERRORS } from "./decodeRevert";

function sample({ type }: AbiParameter): unknown {
  if (type === "address") return `0x${"Ab".repeat(20)}`.toLowerCase();
  if (type.startsWith("bytes")) return `0x${"11".repeat(Number(type.slice(5)) || 4)}`;
  if (type === "bool") return true;
  const bits = Number(/\d+/.exec(type)?.[0] ?? 256);
  return bits <= 48 ? 7 : 7n;
}

describe("decodeRevert", () => {
  it("default: every error of every contract comes back by its name, with its arguments", () => {
    const errors = KNOWN_ERRORS.filter((item) => item.type === "error");
    expect(errors.length).toBeGreaterThan(60);
    for (const error of errors) {
      const args = error.inputs.map(sample);
      const raw = encodeErrorResult({ abi: [error], errorName: error.name, args } as never);
      const decoded = decodeRevert(raw);
      expect(decoded.errorName).toBe(error.name);
      expect(Object.keys(decoded.arguments)).toHaveLength(error.inputs.length);
      expect(decoded.raw).toBe(raw);
    }
  });

  it("behavior: a require's text and a compiler's panic", () => {
    const text: Hex = `0x08c379a0${"20".padStart(64, "0")}${"3".padStart(64, "0")}${"6e6f21".padEnd(64, "0")}`;
    expect(decodeRevert(text)).toMatchObject({ errorName: "Error" });
    expect(Object.values(decodeRevert(text).arguments)).toEqual(["no!"]);
    const panic: Hex = `0x4e487b71${"11".padStart(64, "0")}`;
    expect(decodeRevert(panic)).toMatchObject({ errorName: "Panic", arguments: { code: 17n } });
  });

  it("error: unknown bytes, cut bytes and none keep their name null", () => {
    for (const raw of ["0x", "0x12345678", "0x1234", "0x08c379a0"] as const) {
      expect(decodeRevert(raw)).toEqual({ errorName: null, arguments: {}, raw });
    }
  });
});
