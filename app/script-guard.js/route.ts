import { buildFile } from "@/lib/server/buildFile";

export const dynamic = "force-dynamic";

/** The service worker that holds the build's files against that list. */
export function GET() {
  return buildFile("script-guard.js", "text/javascript; charset=utf-8");
}
