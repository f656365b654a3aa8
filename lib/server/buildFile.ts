import { readFile } from "node:fs/promises";
import { buildProfile } from "@/lib/config/env";

const FOLDER = buildProfile === "local" ? ".next-local" : ".next";

/**
 * Serves a file that scripts/publishScripts.ts wrote into the build. Asked for anew each time, because a new deployment must be seen at
 * once; 404 where there is none, as under `next dev`.
 */
export async function buildFile(name: string, contentType: string): Promise<Response> {
  const text = await readFile(`${FOLDER}/${name}`, "utf8").catch(() => undefined);
  if (text === undefined) return new Response("This build publishes no such file.\n", { status: 404 });
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-cache" } });
}
