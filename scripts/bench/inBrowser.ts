import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import ts from "typescript";
import { CHROMIUM_FLAGS, ensureChromium } from "../chromium.mjs";
import type { Measured } from "./measure";
import type { TaskName } from "./tasks";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGE = `<!doctype html><script type="importmap">{"imports":{"@/":"/"}}</script>`;

/** A headless Chromium that measures tasks, until it is closed. */
export type BenchBrowser = {
  readonly measure: (name: TaskName) => Promise<Measured>;
  readonly close: () => Promise<void>;
};

/** Opens it on the same sources as in Node: types stripped file by file, nothing bundled. */
export async function openBenchBrowser(): Promise<BenchBrowser> {
  const server = await serveSources();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_FLAGS] });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    measure: (name) =>
      page.evaluate<Measured>(`Promise.all([import("/scripts/bench/tasks"), import("/scripts/bench/measure")])
        .then(([{ workOf }, { measure }]) => measure(workOf(${JSON.stringify(name)})))`),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

function serveSources(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = path === "/" ? null : sourceFile(path);
    if (path === "/") response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    else if (file === null) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/javascript" }).end(stripped(file));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function sourceFile(path: string): string | null {
  const base = join(ROOT, normalize(path));
  if (!base.startsWith(ROOT)) return null;
  const found = [base, `${base}.ts`].find((file) => file.endsWith(".ts") && existsSync(file));
  return found !== undefined && statSync(found).isFile() ? found : null;
}

function stripped(file: string): string {
  const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  return outputText;
}
