import { readFileSync } from "node:fs";
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, it } from "vitest";

const CSS = readFileSync(new URL("../../app/styles/tokens.css", import.meta.url), "utf8");
const THEMES = ["dark", "light"] as const;
type Theme = (typeof THEMES)[number];

/** Colour roles of a theme: the light one overrides the dark one's. */
function rolesOf(theme: Theme): Readonly<Record<string, string>> {
  const block = (selector: string) => CSS.slice(CSS.indexOf(`${selector} {`)).split("\n}")[0] ?? "";
  const read = (text: string) => [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]);
  const dark = read(block(":root"));
  return Object.fromEntries(theme === "dark" ? dark : [...dark, ...read(block('[data-theme="light"]'))]);
}

const SURFACES = ["bg", "surface", "raised", "sunken"];
const TEXTS = ["text", "text-2", "text-3", "accent", "profit", "loss", "warning"];
const STROKES = ["control-line", "chart-expiry", "chart-today", "chart-hold", "chart-axis"];
/** Soft fills and what is written on them. */
const ON_SOFT = [
  ["accent", "accent-soft"],
  ["text", "accent-soft"],
  ["loss", "loss-soft"],
  ["text", "loss-soft"],
  ["text-2", "loss-soft"],
  ["warning", "warning-soft"],
  ["text", "warning-soft"],
  ["text-2", "warning-soft"],
  ["text-on-accent", "accent"],
] as const;
/** Simulations of complete colour-vision deficiencies (Machado, Oliveira and Fernandes 2009). */
const DEFICIENCIES = {
  protan: filterDeficiencyProt(1),
  deutan: filterDeficiencyDeuter(1),
  tritan: filterDeficiencyTrit(1),
};

function parsed(hex: string): Color {
  const found = parse(hex);
  if (found === undefined) throw new Error(`${hex} is no colour`);
  return found;
}

describe.each(THEMES)("%s theme", (theme) => {
  const roles = rolesOf(theme);
  const colour = (role: string) => {
    const found = roles[role];
    if (found === undefined) throw new Error(`tokens.css has no --${role}`);
    return found;
  };
  const contrast = (role: string, on: string) => wcagContrast(colour(role), colour(on));

  it.each(TEXTS)("behavior: --%s is read on every surface, 4.5 or more", (role) => {
    for (const surface of SURFACES) expect(contrast(role, surface), surface).toBeGreaterThanOrEqual(4.5);
  });

  it.each(ON_SOFT)("behavior: --%s is read on --%s, 4.5 or more", (role, soft) => {
    expect(contrast(role, soft)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(STROKES)("behavior: --%s is seen on page and panel, 3 or more", (role) => {
    for (const surface of ["bg", "surface"]) expect(contrast(role, surface), surface).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(DEFICIENCIES))("behavior: profit and loss stay apart for %s viewers, 20 or more", (name) => {
    const seen = DEFICIENCIES[name as keyof typeof DEFICIENCIES];
    const difference = differenceCiede2000()(seen(parsed(colour("profit"))), seen(parsed(colour("loss"))));
    expect(difference).toBeGreaterThanOrEqual(20);
  });
});

describe("the measure", () => {
  it("default: published pairs", () => {
    // Sharma, Wu and Dalal (2005), table 1, pairs 1 and 25
    const lab = (l: number, a: number, b: number) => ({ mode: "lab65", l, a, b }) as const;
    const difference = differenceCiede2000();
    expect(difference(lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485))).toBeCloseTo(2.0425, 4);
    expect(difference(lab(60.2574, -34.0099, 36.2677), lab(60.4626, -34.1751, 39.4387))).toBeCloseTo(1.2644, 4);
    expect(wcagContrast("#000", "#fff")).toBeCloseTo(21, 10);
  });

  it("error: a green and a red that look alike to protan viewers are refused", () => {
    const [green, red] = ["#2e7d32", "#b0471c"].map(parsed) as [Color, Color];
    const seen = DEFICIENCIES.protan;
    expect(differenceCiede2000()(green, red)).toBeGreaterThan(40);
    expect(differenceCiede2000()(seen(green), seen(red))).toBeLessThan(20);
  });
});
