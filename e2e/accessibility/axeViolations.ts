import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Takes four fifths of the time of all rules. */
const CONTRAST = "color-contrast";
const SEEN = "data-contrast-seen";

/** What axe finds, as one line a rule with the first places. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  return violationsOf(axeOn(page));
}

/**
 * The same for pages in one theme that have parts in common: a part whose HTML was on one of them before has the same colours, so its
 * contrast is not reckoned again. `seen` keeps the parts' digests.
 */
export async function axeViolationsOfNew(page: Page, seen: Set<string>): Promise<readonly string[]> {
  for (const digest of await markSeen(page, [...seen])) seen.add(digest);
  const found = await violationsOf(axeOn(page).disableRules([CONTRAST]));
  const contrast = axeOn(page).withRules([CONTRAST]).exclude(`[${SEEN}]`);
  return [...found, ...(await violationsOf(contrast, 0))];
}

function axeOn(page: Page): AxeBuilder {
  // Of what passes, one place a rule is enough. No page has frames: a second page to gather theirs takes half the time.
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
}

async function violationsOf(axe: AxeBuilder, leastPasses = 10): Promise<readonly string[]> {
  const { violations, passes } = await axe.analyze();
  expect(passes.length, "axe looked at the page").toBeGreaterThanOrEqual(leastPasses);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" "))}`);
}

/** Marks the parts of the page that are known, and answers with the digests of all. */
function markSeen(page: Page, seen: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    async ([known, mark]) => {
      const parts = [...document.querySelectorAll("header, footer, main section")];
      const digests = await Promise.all(
        parts.map(async ({ outerHTML }) => {
          const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(outerHTML));
          return Array.from(new Uint8Array(digest), (byte) => byte.toString(16)).join(".");
        }),
      );
      for (const [index, part] of parts.entries()) part.toggleAttribute(mark, known.includes(digests[index] ?? ""));
      return digests;
    },
    [seen, SEEN] as const,
  );
}
