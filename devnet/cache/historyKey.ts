import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Calendar } from "../history/calendar";
import { filesOf } from "../processes/filesOf";
import { PROJECT_ROOT } from "../processes/foundryBinary";

/** Everything that decides how a history runs. */
const SOURCES = [
  ...["contracts/src", "contracts/dev", "contracts/foundry.toml", "contracts-abi", "devnet", "keeper"],
  ...["lib/math", "lib/pricing", "lib/units", "package-lock.json"],
] as const;

/** A name for the history that these sources live on this calendar: another source or another week, another name. */
export function historyKey(calendar: Calendar): string {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(sourcesUnder)) hash.update(path).update(readFileSync(`${PROJECT_ROOT}${path}`));
  const week = [calendar.genesis, calendar.liveOpening, calendar.liveExpiry].join("-");
  return `${week}-${hash.digest("hex").slice(0, 16)}`;
}

function sourcesUnder(path: string): readonly string[] {
  return filesOf(path).filter((file) => !file.includes(".test.") && !file.startsWith("devnet/deployment"));
}
