import { describe, expect, it } from "vitest";
import { putVault } from "@/lib/vault/vaultFixture";
import { askedWeights, parseSplitQuery, splitHref } from "./splitQuery";

const first = putVault({ address: `0x${"a1".repeat(20)}` });
const second = putVault({ address: `0x${"B2".repeat(20)}` });
const read = (href: string) => parseSplitQuery(new URL(href, "https://ballast.test").searchParams);

describe("a split's address", () => {
  it("default: is read back as weights of its vaults and an amount", () => {
    const href = splitHref([first, second], [0.334, 0.666], "1000.50");
    expect(href).toBe(`/choose?split=${first.address}:33,${second.address}:67&amount=1000.50`);
    expect(read(href).amount).toBe("1000.50");
    expect(askedWeights([second, first], read(href))).toEqual(["67", "33"]);
  });

  it("behavior: vaults that are not asked for have no weight; one that is not here asks for nothing", () => {
    const third = putVault({ address: `0x${"c3".repeat(20)}` });
    const asked = read(splitHref([first, second], [0.5, 0.5], ""));
    expect(askedWeights([third, first, second], asked)).toEqual(["0", "50", "50"]);
    expect(askedWeights([first, third], asked)).toBeNull();
  });

  it("error: what is wrong asks for nothing", () => {
    for (const text of [
      "",
      "?split=",
      "?split=0x12:50",
      `?split=${first.address}:x`,
      `?split=${first.address}:50,evil`,
    ]) {
      expect(askedWeights([first], read(`/choose${text}`))).toBeNull();
    }
    expect(read("/choose?amount=1e9").amount).toBe("");
    expect(read("/choose?amount=%3Cb%3E").amount).toBe("");
  });
});
