import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accuracy } from "./accuracy";

let folder = "";
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "accuracy-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: unknown): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function run(...paths: string[]): { readonly code: number; readonly text: string } {
  const lines: string[] = [];
  const code = accuracy(paths, (line) => lines.push(line));
  return { code, text: lines.join("\n") };
}

const GREEKS = {
  price: "31922.128909542663305",
  delta: "0.64436513927574876682",
  gamma: "3.4149987723083448550e-6",
  vega: "20666.968741118024069",
  theta: "-43206.706292292839369",
  rho: "9525.2336679283780416",
  phi: "-25005.279741870984631",
  vanna: "0.18692268125271162162",
  volga: "-3904.7166525432854633",
  charm: "-0.39783815962999839373",
  veta: "-12807.418905886451936",
  speed: "-5.4462553405327803040e-11",
  zomma: "-2.3975730714176094316e-6",
  color: "4.9259381117730455832e-6",
  ultima: "-3273.3706644101077029",
  dualDelta: "-0.15526339427748766665",
  dualGamma: "1.3663966521965969309e-6",
};
const HAUG = { type: "call", S: "60.00", K: "65.00", q: "0.00", r: "0.08", T: "0.25", vol: "0.30" };
const HESTON = {
  S: "100",
  T: "1",
  r: "0.01",
  q: "0.02",
  v0: "0.04",
  kappa: "4",
  theta: "0.25",
  sigma: "1",
  rho: "-0.5",
};
const MERTON = { type: "put", S: 100, K: 280.7, days: 532, r: 0.0652, q: 0.0448, T: "days/365" };

const NORMAL_TAIL = { alpha: "0.999", VaR: "0.12460929224671254166", ES: "0.13568360308255961727" };

/** A row of each set, and where its truth is. */
const ROWS: readonly { readonly set: string; readonly row: Record<string, unknown>; readonly truth: string }[] = [
  { set: "bs_haug", row: { ...HAUG, measure: "price", mp_value: "2.1333684449162000062" }, truth: "mp_value" },
  {
    set: "bs_greeks_ql",
    row: {
      type: "call",
      S: 80023.82,
      K: 126510.38,
      days: 177,
      r: 0.1002,
      q: 0.0056,
      vol: 1.9488,
      T: "days/365",
      mp: GREEKS,
    },
    truth: "mp.color",
  },
  {
    set: "digital_ql",
    row: {
      ...{
        payoff: "cash",
        type: "call",
        S: 16606.53,
        K: 26561.65,
        cash: 33.6,
        days: 194,
        r: 0.0473,
        q: 0.0658,
        vol: 0.66,
      },
      mp_price: "3.5393705289548575237",
    },
    truth: "mp_price",
  },
  {
    set: "iv_ql",
    row: {
      ...{ type: "call", F: 11268.98, K: 13050.8705, T: 0.061445, df: 0.919652, price: "1390.2937812074767" },
      iv_mp: "1.9288400000000000444",
      attainable_rel_err: "1.57e-16",
    },
    truth: "iv_mp",
  },
  {
    set: "iv_hard",
    row: {
      ...{ type: "call", F: 100, K: 1000, T: 1, df: 1, price: "1.7548573778025513e-117" },
      iv_mp: "0.10000000000000000556",
      attainable_rel_err: "1.11e-16",
    },
    truth: "iv_mp",
  },
  { set: "cdf", row: { fn: "invPhi", x: 0.025, value: "-1.9599639845400542118" }, truth: "value" },
  { set: "cdf", row: { fn: "erfcx", x: -2, value: "108.94090438997797241" }, truth: "value" },
  {
    set: "cdf",
    row: { fn: "Phi", x: -37.5, value: "4.6053530095819548438e-308", log: "-707.66898931750719107" },
    truth: "log",
  },
  {
    set: "heston_published",
    row: { ...HESTON, type: "call", K: "80", mp_value: "26.7747587439988542" },
    truth: "mp_value",
  },
  { set: "heston_ql", row: { ...HESTON, type: "put", K: "100", mp_value: "17.0552709612701094" }, truth: "mp_value" },
  {
    set: "bates_ql",
    row: {
      ...{ type: "call", S: 100, K: 133.6, days: 14, r: 0.0778, q: 0.0334, v0: 0.73, kappa: 0.288, theta: 1.1346 },
      ...{ sigma: 0.661, rho: -0.501, lambda: 7.747, nu: -0.288, delta: 0.359, mp_value: "1.18749893199302764" },
    },
    truth: "mp_value",
  },
  {
    set: "kou",
    row: {
      ...{ type: "call", S: 100, K: 98, T: 0.5, r: 0.05, q: 0, sigma: 0.16, lambda_: 1, p: 0.4, eta1: 10, eta2: 5 },
      mp_value: "9.147317303936926",
    },
    truth: "mp_value",
  },
  {
    set: "merton_haug",
    row: {
      ...{ type: "call", S: "100.00", K: "80.00", q: "0.00", r: "0.08", T: "0.10", lambda_: "1.0" },
      ...{ diffusive_vol: "0.21650635094610966", jump_vol: "0.125", mean_log_jump: "-0.0078125" },
      mp_value: "20.667642668272471564",
    },
    truth: "mp_value",
  },
  {
    set: "merton_ql",
    row: {
      ...{
        ...MERTON,
        vol: 1.171,
        lambda: 0.337,
        meanLogJump: -0.173,
        jumpVol: 0.223,
        mp_price: "188.72326138499603828",
      },
      quantlib: {
        delta: "-0.46496956895750519",
        gamma: "0.0026258029996129376",
        vega: "44.816486199311534",
        theta: "-5.0256270809463341",
        rho: "-342.84152363111548",
      },
    },
    truth: "quantlib.gamma",
  },
  {
    set: "svi",
    row: {
      kind: "point",
      params: { a: "-0.041", b: "0.1331", rho: "0.306", m: "0.3586", sigma: "0.4153" },
      ...{ k: "-1.20", w: "0.11020818931820463778", g: "0.25673427642379151948" },
    },
    truth: "g",
  },
  { set: "var_es", row: { kind: "normal", mu: "-0.001", sigma: "0.04", ...NORMAL_TAIL }, truth: "ES" },
  {
    set: "var_es",
    row: {
      ...{ kind: "student_t", nu: "2.5", alpha: "0.9", VaR: "1.7302509288071765896", ES: "3.3410274026336951212" },
      ...{ VaR_unit_variance: "0.77379173898899919324", ES_unit_variance: "1.4941528773957004386" },
    },
    truth: "VaR_unit_variance",
  },
  {
    set: "var_es",
    row: {
      ...{ kind: "cornish_fisher", skew_of_return: "-1", excess_kurtosis: "5", alpha: "0.995", monotone_on_pm4: true },
      ...{ VaR: "4.8738668811634140278", ES: "6.5427852632907085579" },
    },
    truth: "ES",
  },
  {
    set: "var_es",
    row: {
      ...{ kind: "gpd_pot", xi: "0.0", beta: "0.02", u: "0.05", exceed_prob: "0.05", alpha: "0.999" },
      ...{ VaR: "0.12824046010856292117", ES: "0.14824046010856292117" },
    },
    truth: "VaR",
  },
  {
    set: "var_es",
    row: {
      ...{
        kind: "euler_gaussian",
        weights: ["0.5"],
        cov: [["4"]],
        alpha: "0.95",
        contrib_VaR: ["1.6448536269514727149"],
      },
      ...{ contrib_ES: ["2.0627128075074260193"], VaR: "1.6448536269514727149", ES: "2.0627128075074260193" },
    },
    truth: "VaR",
  },
  {
    set: "var_es",
    row: { kind: "empirical", losses: [1, 2, 3, 4], alpha: "0.625", VaR: "3", ES: "3.6666666666666666667" },
    truth: "ES",
  },
];

/** The row with the eighth digit of its truth broken. */
function broken(row: Record<string, unknown>, truth: string): Record<string, unknown> {
  const [key = "", inner] = truth.split(".");
  const value = row[key];
  if (inner !== undefined) return { ...row, [key]: broken({ ...(value as Record<string, unknown>) }, inner) };
  const [mantissa = "", exponent] = String(value).split("e");
  const places = [...mantissa.matchAll(/\d/g)].filter(({ index }) => Number(mantissa.slice(0, index + 1)) !== 0);
  const at = places[7]?.index ?? 0;
  const digit = mantissa[at] === "5" ? "6" : "5";
  return { ...row, [key]: mantissa.slice(0, at) + digit + mantissa.slice(at + 1) + (exponent ? `e${exponent}` : "") };
}

describe("sets", () => {
  test.each(ROWS)("default: a row of $set is within what is required", ({ set, row }) => {
    expect(run(file({ set, rows: [row] }))).toMatchObject({ code: 0 });
  });

  test.each(ROWS)("error: with the eighth digit of its $truth broken a row of $set misses", ({ set, row, truth }) => {
    const { code, text } = run(file({ set, rows: [row, broken({ ...row, id: "planted" }, truth)] }));
    expect(code).toBe(1);
    expect(text).toContain("MISS planted");
  });

  test.each(ROWS)("error: without its $truth a row of $set misses", ({ set, row, truth }) => {
    const [key = "", inner] = truth.split(".");
    const rest = inner === undefined ? undefined : { ...(row[key] as object), [inner]: undefined };
    expect(run(file({ set, rows: [{ ...row, [key]: rest }] })).code).toBe(1);
  });

  test("behavior: the table names rows, the worst error, its row and value", () => {
    const { text } = run(file({ set: "cdf", rows: [{ ...ROWS[5]?.row, id: 17 }] }));
    expect(text).toMatch(/cdf\s+1\s+0\.\d+\s+17: invPhi/);
  });

  test("behavior: barriers come later, listed and not failing", () => {
    const { code, text } = run(file({ set: "barrier_ql", rows: [{}] }));
    expect(code).toBe(0);
    expect(text).toMatch(/barrier_ql.*later/);
  });

  test("behavior: without a truth the published value counts, to half a unit of its last digit or the row's tolerance", () => {
    const put = { payoff: "cash", type: "put", S: 100, K: 80, cash: 10, q: 0.06, r: 0.06, T: 0.75, vol: 0.35 };
    expect(run(file({ set: "digital_ql", rows: [{ ...put, published: "2.6710" }] })).code).toBe(0);
    expect(run(file({ set: "digital_ql", rows: [{ ...put, published: "2.6711" }] })).code).toBe(1);
    expect(run(file({ set: "digital_ql", rows: [{ ...put, published: "2.6711", tol: "1e-4" }] })).code).toBe(0);
  });

  test("behavior: a gap option is an asset for its second strike", () => {
    const call = { payoff: "gap", type: "call", S: 50, K: 50, K2: 57, q: 0, r: 0.09, T: 0.5, vol: 0.2 };
    expect(run(file({ set: "digital_ql", rows: [{ ...call, published: "-0.0053" }] })).code).toBe(0);
    expect(run(file({ set: "digital_ql", rows: [{ ...call, K2: 57.01, published: "-0.0053" }] })).code).toBe(1);
  });

  test("behavior: Haug's other measures, per day and by their other names", () => {
    const option = { type: "put", S: "430", K: "405", q: "0.05", r: "0.07", T: "0.083333333333333333333", vol: "0.20" };
    const theta = { ...option, measure: "theta", mp_value: "-31.192350304270553266" };
    const perDay = { ...option, measure: "thetaPerDay", mp_value: "-0.08545849398430288566" };
    expect(run(file({ set: "bs_haug", rows: [theta, perDay] })).code).toBe(0);
    const wrong = { ...option, measure: "thetaPerDay", mp_value: "-0.08545849998430288566" };
    expect(run(file({ set: "bs_haug", rows: [wrong] })).code).toBe(1);
  });
});

describe("strictness", () => {
  const [haug, greeks] = [ROWS[0]?.row, ROWS[1]?.row];
  const EULER = ROWS.find(({ row }) => row.kind === "euler_gaussian")?.row;
  const shape = { kind: "cornish_fisher", skew_of_return: "-2", excess_kurtosis: "1", alpha: "0.95" };
  const TURNING = { ...shape, monotone_on_pm4: false, VaR: "1", ES: "1" };

  test.each([
    { what: "a measure nobody knows", set: "bs_haug", row: { ...haug, measure: "color of the sky" } },
    { what: "neither call nor put", set: "bs_haug", row: { ...haug, type: "straddle" } },
    { what: "a parameter that is no number", set: "bs_haug", row: { ...haug, vol: "high" } },
    { what: "a truth that is no number", set: "bs_haug", row: { ...haug, mp_value: "NaN" } },
    { what: "a Greek nobody knows", set: "bs_greeks_ql", row: { ...greeks, mp: { ...GREEKS, charmColor: "1" } } },
    { what: "a function nobody knows", set: "cdf", row: { fn: "gamma", x: 1, value: "1" } },
    { what: "a kind nobody knows", set: "svi", row: { kind: "surface" } },
    { what: "a φ nobody knows", set: "svi", row: { kind: "ssvi_powerlaw", phi: "eta" } },
    { what: "a payoff nobody knows", set: "digital_ql", row: { ...ROWS[2]?.row, payoff: "ladder" } },
    { what: "a refused price", set: "iv_ql", row: { ...ROWS[3]?.row, price: "1e9" } },
    { what: "no attainable error", set: "iv_ql", row: { ...ROWS[3]?.row, attainable_rel_err: undefined } },
    { what: "nothing at all", set: "kou", row: {} },
    { what: "a law of losses nobody knows", set: "var_es", row: { kind: "stable", VaR: "1", ES: "1" } },
    { what: "no contribution for a weight", set: "var_es", row: { ...EULER, contrib_ES: [] } },
    { what: "an expansion wrongly called monotone", set: "var_es", row: { ...TURNING, monotone_on_pm4: true } },
  ])("error: $what is a miss, never skipped", ({ set, row }) => {
    const { code, text } = run(file({ set, rows: [row] }));
    expect(code).toBe(1);
    expect(text).toContain("MISS");
  });

  test("behavior: an expansion outside of its domain is rightly refused, whatever figures the row has", () => {
    expect(run(file({ set: "var_es", rows: [TURNING] })).code).toBe(0);
  });

  test("error: an unknown set fails and is named", () => {
    const { code, text } = run(file({ set: "asian_ql", rows: [{}] }));
    expect(code).toBe(1);
    expect(text).toMatch(/asian_ql.*UNKNOWN SET/);
  });
});

describe("files", () => {
  test.each([
    { what: "no JSON", content: "{", sentence: "is not JSON." },
    { what: "a list", content: [], sentence: "is not an object with a set and its rows." },
    { what: "no set", content: { rows: [{}] }, sentence: 'does not say in "set" which set it is.' },
    { what: "no rows", content: { set: "cdf", rows: [] }, sentence: 'has no "rows" to score.' },
    { what: "rows that are none", content: { set: "cdf", rows: [1] }, sentence: "has a row that is not an object." },
  ])("error: $what: one sentence and code 2", ({ content, sentence }) => {
    const path = file(content);
    const { code, text } = run(path);
    expect(code).toBe(2);
    expect(text.split("\n").at(-1)).toBe(`${path} ${sentence}`);
  });

  test("error: a missing file, and none at all; the others are scored all the same", () => {
    const good = file({ set: "cdf", rows: [ROWS[5]?.row] });
    const { code, text } = run(join(folder, "absent.json"), good);
    expect(code).toBe(2);
    expect(text).toContain("absent.json cannot be read");
    expect(text).toContain("invPhi");
    const told = run();
    expect(told.code).toBe(2);
    expect(told.text).toMatch(
      /^Say which files to score: npm run accuracy -- FILE…\nEach is JSON .*\nNames of sets: bs_haug, .*\.$/,
    );
  });
});

describe("the chain of the calibration", () => {
  const chain = {
    ...{ S0: 4468.17, q: 0, maturity_rule: "Period((int)((t+3)/7), Weeks) rolled on TARGET" },
    ...{ days: [41, 75], zero_rates: [0.0349, 0.0341], strikes: [4000, 4400, 4800, 5200, 5600] },
    vols_row_per_strike: [
      [0.3492, 0.3149],
      [0.3108, 0.2781],
      [0.2799, 0.2631],
      [0.2624, 0.2463],
      [0.2607, 0.2356],
    ],
    expected: { heston_sse_volpts2: 100, bates_sse: 100 },
  };

  test("default: both models are fitted and held against what is expected", () => {
    const { code, text } = run(file(chain));
    expect(text).toMatch(/calibration_dax\s+1\s/);
    expect(code).toBe(0);
  });

  test("error: a sum of squares above the expected one, a chain that does not fit together, an unknown rule", () => {
    expect(run(file({ ...chain, expected: { heston_sse_volpts2: -1, bates_sse: 100 } })).code).toBe(1);
    expect(run(file({ ...chain, expected: {} })).code).toBe(1);
    expect(run(file({ ...chain, days: [41] })).code).toBe(1);
    expect(run(file({ ...chain, maturity_rule: "as listed" })).code).toBe(1);
  });
});
