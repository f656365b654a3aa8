/**
 * No source file over 400 lines (generated files and vectors apart); over 250 is said, because it asks for a reason.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const LIMIT = 400;
const ASKS_FOR_A_REASON = 250;
const GENERATED = /^contracts-abi\/|\/vectors\/|package-lock\.json$/;

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((path) => /\.(ts|tsx|mjs|js|css|sol)$/.test(path) && !GENERATED.test(path) && existsSync(path));
const lengths = files.map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n").length - 1 }));
const long = lengths.filter(({ lines }) => lines > LIMIT);

for (const { path, lines } of lengths.filter(({ lines }) => lines > ASKS_FOR_A_REASON))
  console.log(`${lines} lines: ${path}`);
console.log(`file size: ${files.length} files, ${long.length} over ${LIMIT} lines`);
process.exitCode = long.length > 0 ? 1 : 0;
