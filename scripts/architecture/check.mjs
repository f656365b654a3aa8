/**
 * The architecture gate: `node scripts/architecture/check.mjs [--write]`.
 *
 * 1. Canary: the rules first run on a small tree with planted violations and must find them all.
 * 2. The project: no violation of the closed table, no cycle, pure folders pure.
 * 3. Count: every TypeScript file below the table's folders was seen (a resolver that silently sees nothing would pass otherwise).
 * 4. Purity that imports cannot show: no clock, randomness or environment in pure folders.
 * 5. ARCHITECTURE.md prints exactly this table; `--write` updates it.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pureFolders, table } from "../../.dependency-cruiser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cruiser = `${root}node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;
const configuration = `${root}.dependency-cruiser.mjs`;
const failures = [];

function cruise(cwd, paths) {
  const run = spawnSync(process.execPath, [cruiser, "--config", configuration, "--output-type", "json", ...paths], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (!run.stdout) throw new Error(`dependency-cruiser said nothing: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

function trackedFiles() {
  const listing = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  return listing
    .split("\n")
    .filter((path) => path && existsSync(`${root}${path}`) && !path.startsWith("scripts/architecture/canary/"));
}

function checkCanary() {
  const found = new Set(
    cruise(`${root}scripts/architecture/canary`, ["lib"]).summary.violations.map(({ rule }) => rule.name),
  );
  for (const rule of ["table: lib/math", "pure folders touch no platform"]) {
    if (!found.has(rule)) failures.push(`canary: the planted violation of "${rule}" was not found`);
  }
}

function checkProject(sources) {
  const tops = [...new Set(sources.map((path) => path.split("/")[0]))];
  const { summary, modules } = cruise(root, tops);
  for (const { rule, from, to } of summary.violations) failures.push(`${rule.name}: ${from} → ${to}`);
  const seen = new Set(modules.map(({ source }) => source));
  const missed = sources.filter((path) => !seen.has(path));
  if (missed.length > 0) failures.push(`not cruised: ${missed.length} files, the first ${missed[0]}`);
  return sources.length - missed.length;
}

const IMPURE =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.|\bcrypto\.|\bfetch\(|\bsetTimeout\b|\blocalStorage\b/;

function checkPurity(sources) {
  for (const path of sources) {
    if (!pureFolders.some((folder) => path.startsWith(`${folder}/`)) || /\.test\.tsx?$/.test(path)) continue;
    const code = readFileSync(`${root}${path}`, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    const hit = IMPURE.exec(code);
    if (hit) failures.push(`pure folder: ${path} uses ${hit[0]}`);
  }
}

function printedTable() {
  const rows = Object.entries(table).map(
    ([folder, allowed]) => `| ${folder} | ${[...new Set(allowed)].join(", ") || "nothing of the project"} |`,
  );
  return ["| folder | may import, besides itself |", "|---|---|", ...rows].join("\n");
}

function checkDocument() {
  const path = `${root}ARCHITECTURE.md`;
  const text = readFileSync(path, "utf8");
  const expected = text.replace(
    /(<!-- table -->\n)[\s\S]*?(\n<!-- \/table -->)/,
    (_, open, close) => open + printedTable() + close,
  );
  if (process.argv.includes("--write")) writeFileSync(path, expected);
  else if (text !== expected)
    failures.push(
      "ARCHITECTURE.md does not print the table of .dependency-cruiser.mjs: npm run architecture -- --write",
    );
}

const sources = trackedFiles().filter(
  (path) =>
    /\.(ts|tsx)$/.test(path) && Object.keys(table).some((folder) => path === folder || path.startsWith(`${folder}/`)),
);
checkCanary();
const count = checkProject(sources);
checkPurity(sources);
checkDocument();
for (const failure of failures) console.error(`✗ ${failure}`);
console.log(`architecture: ${count} modules, ${Object.keys(table).length} rows, ${failures.length} violations`);
process.exitCode = failures.length > 0 ? 1 : 0;
