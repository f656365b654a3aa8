import type { Page } from "@playwright/test";

declare global {
  /** Durations of the page's long tasks, in milliseconds, since it was last emptied. */
  var notedTasks: number[];
}

/** What the page of a portfolio costs its own thread while the worker computes distributions. */
export type PortfolioTimes = {
  /** Longest task of the page's thread since its figures were first there, in milliseconds; 0 where none took 50. */
  readonly longestTask: number;
  /** From the press of a law or horizon to the first figures under it. */
  readonly firstFigures: readonly number[];
};

const CHOICES = [
  ["Law of prices", "Student t"],
  ["Horizon", "30 days"],
  ["Law of prices", "Past days"],
  ["Horizon", "1 day"],
  ["Rows", "Days"],
  ["Rows", "Two coins"],
  ["Smile", "Smile moves along"],
  ["Law of prices", "Bates"],
] as const;
const WITHIN_MILLISECONDS = 30_000;

/** Notes long tasks from the first script on. */
export async function noteLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.notedTasks = [];
    new PerformanceObserver((list) => {
      globalThis.notedTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: "longtask", buffered: true });
  });
}

/** Opens an address's portfolio, then goes through laws, horizons and maps. Each is pressed once the figures before are whole. */
export async function portfolioTimes(page: Page, url: string): Promise<PortfolioTimes> {
  await page.goto(url);
  const whole = page.getByText(/^20,000 scenarios, /);
  await whole.waitFor({ timeout: WITHIN_MILLISECONDS });
  await provedWatched(page);
  await page.evaluate(() => {
    globalThis.notedTasks.length = 0;
  });
  const firstFigures: number[] = [];
  for (const [group, name] of CHOICES) {
    const choice = page.getByRole("group", { name: group }).getByRole("radio", { name });
    const isNewTask = group !== "Rows";
    const took = await choice.evaluate(async (element, waits) => {
      const caption = () =>
        [...document.querySelectorAll("p")].find((one) => /^[\d,]+ scenarios, /.test(one.textContent ?? ""))
          ?.textContent;
      const before = caption();
      const started = performance.now();
      (element as HTMLInputElement).click();
      while (waits && caption() === before && performance.now() - started < 20_000)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - started;
    }, isNewTask);
    if (isNewTask) firstFigures.push(took);
    await whole.waitFor({ timeout: WITHIN_MILLISECONDS });
    await page.waitForTimeout(300);
  }
  const tasks = await page.evaluate(() => globalThis.notedTasks);
  return { longestTask: Math.max(0, ...tasks), firstFigures };
}

/** Keeps the page's thread busy on purpose: a watch that does not see that sees nothing. */
async function provedWatched(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        setTimeout(() => {
          for (const until = performance.now() + 90; performance.now() < until; );
          setTimeout(resolve, 200);
        });
      }),
  );
  const seen = await page.evaluate(() => globalThis.notedTasks.some((duration) => duration >= 80));
  if (!seen) throw new Error("A task of 90 ms was not noted.");
}
