/**
 * How long a slider's move takes until it is painted, on the heaviest page there is (eight legs), under every model: `npm run paint`.
 *
 * From the input event to the first task after the frame in which today's curve has moved, so that under a model that the worker computes the
 * way to the worker and back is in it. A screen's rate is not: one small square that changes in each frame that is waited for makes headless
 * Chromium draw it without waiting for a tick. What such a frame takes by itself is told beside. Fails when the 95th percentile of the moves
 * is over 16 ms, one frame at 60 Hz. Then the portfolio: whether its own thread is ever busy for 50 ms while the worker computes distributions, and
 * how soon their first figures are there.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { ensureWebBuild } from "@/devnet/processes/webBuild";
import { startWebServer } from "@/devnet/processes/webServer";
import { startDevnet } from "@/devnet/startDevnet";
import { CHROMIUM_FLAGS, ensureChromium } from "./chromium.mjs";
import { noteLongTasks, portfolioTimes } from "./paint/portfolioTasks";

const MODELS = ["Smile", "Black", "Heston", "Merton", "Kou", "Bates"];
const FITTED_WITHIN_MILLISECONDS = 60_000;
const BUDGET_MILLISECONDS = 16;
const LONGEST_TASK_MILLISECONDS = 50;
/** A law's first scenarios; a fit of Bates's law, once a minute, is not in it. */
const FIRST_FIGURES_MILLISECONDS = 100;
const MOVES = 200;
const SQUARE = "drawn-in-each-frame";
const UNLIMITED = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/**
 * Puts a square into the page for frames to change: without anything to draw Chromium would wait for the next tick of a screen. It changes only
 * in frames that are waited for, because one that never rests keeps two cores drawing beside what is measured. It
 * lies in the chart: Chromium draws one rectangle around all that has changed, and one in a corner of the page would make that the whole screen.
 */
function addSquare(page: Page): Promise<void> {
  return page.evaluate((id) => {
    const chart = document.querySelector(".payoff-moving")?.getBoundingClientRect();
    if (chart === undefined) throw new Error("There is no payoff chart on the page.");
    const square = document.createElement("div");
    square.id = id;
    const [left, top] = [chart.left + chart.width / 2, chart.top + window.scrollY + chart.height / 2];
    square.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:2px;height:2px;background:currentColor;opacity:0.5`;
    document.body.append(square);
  }, SQUARE);
}

type Times = { readonly moves: readonly number[]; readonly frames: readonly number[] };

/** Times of one slider's moves and of frames without one, in the page itself. The first twenty warm up and do not count. */
function timesOf(page: Page, label: string): Promise<Times> {
  return page.getByRole("slider", { name: label }).evaluate(
    async (element, { moves, warmUp, longest, square }) => {
      const slider = element as HTMLInputElement;
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
      const curve = () => document.querySelector(".payoff-moving path")?.getAttribute("d");
      const drawn = document.getElementById(square)?.style;
      if (drawn === undefined) throw new Error("There is nothing to draw.");
      const afterFrame = () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            drawn.opacity = drawn.opacity === "0.5" ? "0.6" : "0.5";
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(null);
          });
        });
      const times = { moves: [] as number[], frames: [] as number[] };
      const [min, max] = [Number(slider.min), Number(slider.max)];
      for (let move = 0; move < moves + warmUp; move += 1) {
        await afterFrame();
        const idle = performance.now();
        await afterFrame();
        const before = curve();
        const started = performance.now();
        setValue?.call(slider, String(min + (max - min) * (((move + 1) * 37) % 100) * 0.0099));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        let frames = 0;
        for (; frames === 0 || (curve() === before && frames < longest); frames += 1) await afterFrame();
        if (frames === longest) throw new Error(`Move ${move} has not moved the curve in ${frames} frames.`);
        if (move >= warmUp) {
          times.moves.push(performance.now() - started);
          times.frames.push(started - idle);
        }
      }
      return times;
    },
    { moves: MOVES, warmUp: 20, longest: 200, square: SQUARE },
  );
}

/** Values the page under a model, and waits until its figures are that model's. */
async function choose(page: Page, model: string) {
  await page.getByRole("group", { name: "Pricing model" }).getByRole("radio", { name: model, exact: true }).check();
  await page.getByText(`Marks, deltas and odds by ${model}.`).waitFor({ timeout: FITTED_WITHIN_MILLISECONDS });
}

/** Tells a model's times of both sliders, and whether they are within a frame. */
async function measure(page: Page, model: string): Promise<boolean> {
  await choose(page, model);
  let isMet = true;
  for (const label of ["Days to expiry", "Volatility shift"]) {
    const { moves, frames } = await timesOf(page, label);
    const [median, p95] = [percentile(moves, 0.5), percentile(moves, 0.95)];
    const isWithin = p95 <= BUDGET_MILLISECONDS;
    isMet &&= isWithin;
    const figures = `median ${median.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms`;
    const alone = `a frame alone ${percentile(frames, 0.5).toFixed(1)} and ${percentile(frames, 0.95).toFixed(1)} ms`;
    console.log(`${isWithin ? "✓" : "✗"} ${model}, ${label}: ${figures} (${alone})`);
  }
  return isMet;
}

/** Tells how long the portfolio's own thread is ever busy while distributions are computed, and how soon the first figures are there. */
async function measurePortfolio(): Promise<boolean> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript({ content: "globalThis.__name = (named) => named;" });
  await noteLongTasks(page);
  const account = devnet.deployment.accounts.find(({ role }) => role === "portfolio")?.address ?? "";
  const { longestTask, firstFigures } = await portfolioTimes(page, `${web.url}/portfolio/${account}`);
  const slowest = Math.max(...firstFigures);
  const isWithin = longestTask <= LONGEST_TASK_MILLISECONDS && slowest <= FIRST_FIGURES_MILLISECONDS;
  const task = longestTask === 0 ? "no task of 50 ms" : `longest task ${longestTask.toFixed(0)} ms`;
  const figures = `first figures after ${percentile(firstFigures, 0.5).toFixed(0)} ms, at most ${slowest.toFixed(0)} ms`;
  console.log(`${isWithin ? "✓" : "✗"} Portfolio while distributions are computed: ${task}; ${figures}`);
  return isWithin;
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN;
}

await ensureWebBuild("local");
const folder = mkdtempSync(join(tmpdir(), "ballast-paint-"));
const devnet = await startDevnet({ deploymentPath: join(folder, "deployment.json"), quiet: true, market: false });
const web = await startWebServer({ profile: "local", deploymentPath: devnet.deploymentPath });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_FLAGS, ...UNLIMITED] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // tsx names functions with a helper that the page does not have.
  await page.addInitScript({ content: "globalThis.__name = (named) => named;" });
  await page.goto(`${web.url}/states/vault-eight-legs`);
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.getAnimations().every(({ timeline }) => timeline !== document.timeline));
  await addSquare(page);
  for (const model of MODELS) {
    if (!(await measure(page, model))) process.exitCode = 1;
  }
  await page.close();
  if (!(await measurePortfolio())) process.exitCode = 1;
} finally {
  await browser.close();
  await web.stop();
  await devnet.stop();
  rmSync(folder, { recursive: true, force: true });
}
