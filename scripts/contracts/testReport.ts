/** One test of a forge run. `reason` says why it failed. */
export type ForgeTest = { readonly name: string; readonly passed: boolean; readonly reason: string };

type SuiteJson = { test_results?: Record<string, { status?: string; reason?: string | null }> };

/**
 * The tests of a run of `forge test --json`. A skipped test counts as failed: nobody asked for skipping.
 * A failing setUp is reported by forge as a failed test of that name. Output that is no report throws.
 */
export function parseTestReport(stdout: string): readonly ForgeTest[] {
  const start = stdout.indexOf("{");
  if (start < 0) throw new Error(`forge test answered no report:\n${stdout.slice(0, 2000)}`);
  const suites = JSON.parse(stdout.slice(start)) as Record<string, SuiteJson>;
  return Object.entries(suites).flatMap(([suite, { test_results: results = {} }]) =>
    Object.entries(results).map(([test, { status, reason }]) => ({
      name: `${suite} ${test}`,
      passed: status === "Success",
      reason: reason ?? status ?? "no status",
    })),
  );
}

/** Numbers of the list in INVARIANTS.md: lines that begin with a number and a full stop. */
export function listedInvariants(markdown: string): readonly number[] {
  return [...markdown.matchAll(/^(\d+)\. /gm)].map((match) => Number(match[1]));
}

/** Listed numbers that no passing test named `invariant_<number>_…` holds. */
export function unheldInvariants(listed: readonly number[], tests: readonly ForgeTest[]): readonly number[] {
  return listed.filter((number) => !tests.some(({ name, passed }) => passed && name.includes(` invariant_${number}_`)));
}
