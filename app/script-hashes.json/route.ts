import { buildFile } from "@/lib/server/buildFile";

export const dynamic = "force-dynamic";

/** The list of the build's files with their hashes. */
export function GET() {
  return buildFile("script-hashes.json", "application/json; charset=utf-8");
}
