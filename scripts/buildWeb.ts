/** Builds the named profiles of the web app unless they are newer than its sources: `node --import tsx scripts/buildWeb.ts local production`. */
import { ensureWebBuild } from "@/devnet/processes/webBuild";
import { invariant } from "@/lib/errors/invariant";

for (const profile of process.argv.slice(2)) {
  invariant(profile === "local" || profile === "production", `There is no profile ${profile}.`);
  await ensureWebBuild(profile);
}
