import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Takes four fifths of the time of all rules. */
const CONTRAST = "color-contrast";
const SEEN = "data-contrast-seen";
const DIGEST = "data-digest";

/** What axe finds, as one line a rule with the first places. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  return violationsOf(axeOn(page));
}

/** The same, and in the other theme the one rule that a theme can break; then the page has its own again. */
export async function axeViolationsInBothThemes(page: Page): Promise<readonly string[]> {
  const found = await axeViolations(page);
  const before = await setTheme(page);
  const inOther = await violationsOf(axeOn(page).withRules([CONTRAST]), 1);
  await setTheme(page, before);
  return [...found, ...inOther];
}

/** Draws the page in this theme, or in the other one; answers with the theme before. Also beneath a dialog, which lets no switch be pressed. */
function setTheme(page: Page, theme?: string): Promise<string> {
  return page.locator("html").evaluate((html, wanted) => {
    const { theme: before = "" } = html.dataset;
    html.dataset.theme = wanted ?? (before === "light" ? "dark" : "light");
    return before;
  }, theme);
}

/**
 * The same for pages in one theme that have parts in common: a part whose HTML was on one of them before, with all its colours decided, has
 * the same ones, so its contrast is not reckoned again. `seen` keeps the parts' digests.
 */
export async function axeViolationsOfNew(page: Page, seen: Set<string>): Promise<readonly string[]> {
  const digests = await markSeen(page, [...seen]);
  const hasNew = digests.some((digest) => !seen.has(digest));
  const found = await violationsOf(axeOn(page).disableRules([CONTRAST]));
  const contrast = axeOn(page)
    .options({ resultTypes: ["violations", "incomplete"] })
    .withRules([CONTRAST])
    .exclude(`[${SEEN}]`);
  const { violations, passes, incomplete } = await contrast.analyze();
  expect(passes.length, "axe looked at what is new").toBeGreaterThanOrEqual(hasNew ? 1 : 0);
  const places = incomplete.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(" ")));
  const undecided = new Set(await digestsAround(page, places));
  for (const digest of digests) if (!undecided.has(digest)) seen.add(digest);
  return [...found, ...violations.map(asLine)];
}

function axeOn(page: Page): AxeBuilder {
  // Of what passes, one place a rule is enough. No page has frames: a second page to gather theirs takes half the time.
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
}

async function violationsOf(axe: AxeBuilder, leastPasses = 10): Promise<readonly string[]> {
  const { violations, passes } = await axe.analyze();
  expect(passes.length, "axe looked at the page").toBeGreaterThanOrEqual(leastPasses);
  return violations.map(asLine);
}

type Violation = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];

function asLine({ id, nodes }: Violation): string {
  return `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" "))}`;
}

/** Writes its digest on each part of the page, marks those that are known, and answers with all digests. */
function markSeen(page: Page, seen: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    async ([known, mark, name]) => {
      const digestOf = async (part: Element) => {
        const within: string[] = [];
        for (let outer = part.parentElement; outer !== null; outer = outer.parentElement) within.push(outer.className);
        const text = new TextEncoder().encode(`${within.join(" in ")}: ${part.outerHTML}`);
        const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
        return Array.from(bytes, (byte) => byte.toString(16)).join(".");
      };
      const parts = [...document.querySelectorAll("header, footer, main section")];
      const digests = await Promise.all(parts.map(digestOf));
      for (const [index, part] of parts.entries()) {
        part.setAttribute(name, digests[index] ?? "");
        part.toggleAttribute(mark, known.includes(digests[index] ?? ""));
      }
      return digests;
    },
    [seen, SEEN, DIGEST] as const,
  );
}

/** The digests of the parts that these places are in. */
function digestsAround(page: Page, places: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    ([selectors, name]) => {
      const around: string[] = [];
      for (const selector of selectors) {
        for (let part = document.querySelector(selector); part !== null; part = part.parentElement)
          around.push(part.getAttribute(name) ?? "");
      }
      return around;
    },
    [places, DIGEST] as const,
  );
}
