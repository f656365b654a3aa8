import { describe, expect, test } from "vitest";
import { PERMIT_TYPES } from "@/lib/chain/permitTypedData";
import { derivationPath, isPath, type LedgerScheme } from "./derivationPath";
import { nestedStructArray } from "./nestedStructArray";

describe("paths", () => {
  test.each<readonly [LedgerScheme, number, string]>([
    ["ledgerLive", 0, "m/44'/60'/0'/0/0"],
    ["ledgerLive", 7, "m/44'/60'/7'/0/0"],
    ["bip44", 7, "m/44'/60'/0'/0/7"],
    ["legacy", 7, "m/44'/60'/0'/7"],
    ["legacy", 2 ** 31 - 1, "m/44'/60'/0'/2147483647"],
  ])("default: %s %i", (scheme, index, path) => {
    expect(derivationPath(scheme, index)).toBe(path);
    expect(isPath(path)).toBe(true);
  });

  test.each([-1, 0.5, 2 ** 31, Number.NaN])("error: %d is no index", (index) => {
    expect(() => derivationPath("bip44", index)).toThrow();
  });

  test.each(["", "m/44'/60'", "m/44'/0'/0'/0/0", "44'/60'/0'/0/0", "m/44'/60'/0'/0/0/0", "m/44'/60'/1'/1"])(
    "error: %s is no path of a scheme",
    (text) => expect(isPath(text)).toBe(false),
  );
});

describe("arrays of arrays of structs", () => {
  const Leg = [{ name: "strike", type: "uint256" }];
  const types = (type: string) => ({ Order: [{ name: "legs", type }], Leg });

  test.each(["Leg[2][]", "Leg[][]", "Leg[][3]", "Leg[1][2][3]"])("error: %s", (type) =>
    expect(nestedStructArray(types(type))).toBe(type),
  );

  test("default: this app asks for none: a permit is flat, also one for a split over vaults", () => {
    expect(nestedStructArray(PERMIT_TYPES)).toBeNull();
  });

  test.each(["Leg", "Leg[]", "Leg[2]", "uint256[2][]", "bytes32[][]"])("default: %s", (type) =>
    expect(nestedStructArray(types(type))).toBeNull(),
  );
});
