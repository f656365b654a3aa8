import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { Frame } from "../pages/Frame";

/** Takes four fifths of the time of all rules. */
const CONTRAST = "color-contrast";
const SEEN = "data-contrast-seen";

/** What axe finds, as one line a rule with the first places. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  return violationsOf(axeOn(page));
}

/** The same, and in the other theme the one rule that a theme can break. */
export async function axeViolationsInBothThemes(page: Page): Promise<readonly string[]> {
  const found = await axeViolations(page);
  const html = page.locator("html");
  const theme = await html.getAttribute("data-theme");
  await new Frame(page).themeSwitch.click();
  await expect(html).not.toHaveAttribute("data-theme", theme ?? "");
  return [...found, ...(await violationsOf(axeOn(page).withRules([CONTRAST]), 1))];
}

/**
 * The same for pages in one theme that have parts in common: a part whose HTML was on one of them before has the same colours, so its
 * contrast is not reckoned again. `seen` keeps the parts' digests.
 */
export async function axeViolationsOfNew(page: Page, seen: Set<string>): Promise<readonly string[]> {
  const digests = await markSeen(page, [...seen]);
  const hasNew = digests.some((digest) => !seen.has(digest));
  for (const digest of digests) seen.add(digest);
  const found = await violationsOf(axeOn(page).disableRules([CONTRAST]));
  const contrast = axeOn(page).withRules([CONTRAST]).exclude(`[${SEEN}]`);
  return [...found, ...(await violationsOf(contrast, hasNew ? 1 : 0))];
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
        parts.map(async (part) => {
          const within = [];
          for (let outer = part.parentElement; outer !== null; outer = outer.parentElement)
            within.push(outer.className);
          const text = `${within.join(" in ")}: ${part.outerHTML}`;
          const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
          return Array.from(new Uint8Array(digest), (byte) => byte.toString(16)).join(".");
        }),
      );
      for (const [index, part] of parts.entries()) part.toggleAttribute(mark, known.includes(digests[index] ?? ""));
      return digests;
    },
    [seen, SEEN] as const,
  );
}
