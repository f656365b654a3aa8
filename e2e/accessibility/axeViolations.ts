import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe finds, as one line a rule with the first places. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Of what passes, one place a rule is enough. No page has frames: a second page to gather theirs takes half the time.
  const { violations, passes } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode()
    .analyze();
  expect(passes.length, "axe looked at the page").toBeGreaterThan(10);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" "))}`);
}
