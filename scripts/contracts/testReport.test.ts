import { describe, expect, it } from "vitest";
import { listedInvariants, parseTestReport, unheldInvariants } from "./testReport";

const suite = (results: Record<string, { status: string; reason?: string }>) =>
  JSON.stringify({ "test/Vault.t.sol:VaultTest": { test_results: results } });

describe("parseTestReport", () => {
  it("default", () => {
    const tests = parseTestReport(
      suite({ "test_a()": { status: "Success" }, "test_b()": { status: "Failure", reason: "1 != 2" } }),
    );
    expect(tests).toEqual([
      { name: "test/Vault.t.sol:VaultTest test_a()", passed: true, reason: "Success" },
      { name: "test/Vault.t.sol:VaultTest test_b()", passed: false, reason: "1 != 2" },
    ]);
  });

  it("behavior: a skipped test has not passed", () => {
    expect(parseTestReport(suite({ "test_a()": { status: "Skipped" } }))[0]?.passed).toBe(false);
  });

  it("behavior: lines before the report are passed over", () => {
    expect(parseTestReport(`Compiling 3 files\n${suite({ "test_a()": { status: "Success" } })}`)).toHaveLength(1);
  });

  it("behavior: no test is no test", () => {
    expect(parseTestReport("{}")).toEqual([]);
  });

  it("error: output that is no report", () => {
    expect(() => parseTestReport("No tests found")).toThrow("no report");
  });
});

describe("unheldInvariants", () => {
  const tests = parseTestReport(
    suite({
      "invariant_1_sum()": { status: "Success" },
      "invariant_2_sum()": { status: "Failure" },
      "invariant_11_x()": { status: "Success" },
    }),
  );

  it("default", () => {
    const listed = listedInvariants("# Invariants\n\n1. One.\n2. Two, which fails.\n3. Three, which nobody wrote.\n");
    expect(listed).toEqual([1, 2, 3]);
    expect(unheldInvariants(listed, tests)).toEqual([2, 3]);
  });

  it("behavior: 11 does not hold 1, nor 1 hold 11", () => {
    expect(unheldInvariants([11], tests)).toEqual([]);
    expect(unheldInvariants([111], tests)).toEqual([111]);
  });
});
