#!/usr/bin/env node
/**
 * npm's solc in the form forge expects of a native compiler: `--version` as the command-line compiler prints it, and
 * `--standard-json` from standard input to standard output. Sources arrive inside the input, so no path is read here.
 */
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";

const solc = createRequire(import.meta.url)("solc");

/** Writes everything although a pipe takes only part of it at a time. */
function print(text) {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

/**
 * forge names a file outside its folder by the remapping when a source imports it and by its absolute path when a
 * library imports it relatively; the compiler asks for both by the first name, so the second is rewritten to it.
 */
function withRelativeNames(input) {
  const base = process.argv[process.argv.indexOf("--base-path") + 1];
  const parent = dirname(base);
  const relative = (name) =>
    name.startsWith(`${parent}/`) && !name.startsWith(`${base}/`) ? `..${name.slice(parent.length)}` : name;
  const sources = Object.entries(input.sources).map(([name, source]) => [relative(name), source]);
  return { ...input, sources: Object.fromEntries(sources) };
}

if (process.argv.includes("--version")) {
  print(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`);
} else if (process.argv.includes("--standard-json")) {
  print(solc.compile(JSON.stringify(withRelativeNames(JSON.parse(readFileSync(0, "utf8"))))));
} else {
  process.stderr.write("solc.mjs knows --version and --standard-json only\n");
  process.exitCode = 1;
}
