#!/usr/bin/env node
/**
 * npm's solc in the form forge expects of a native compiler: `--version` as the command-line compiler prints it, and
 * `--standard-json` from standard input to standard output. Sources arrive inside the input, so no path is read here.
 */
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";

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

if (process.argv.includes("--version")) {
  print(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`);
} else if (process.argv.includes("--standard-json")) {
  print(solc.compile(readFileSync(0, "utf8")));
} else {
  process.stderr.write("solc.mjs knows --version and --standard-json only\n");
  process.exitCode = 1;
}
