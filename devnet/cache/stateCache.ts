import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { hexToBytes } from "viem";
import type { LocalChain } from "../chain/LocalChain";
import type { DevnetDeployment } from "../DevnetDeployment";
import { PROJECT_ROOT } from "../processes/foundryBinary";

/** A lived history on disk. */
export type CachedHistory = { readonly statePath: string; readonly deployment: DevnetDeployment };

const FOLDER = `${PROJECT_ROOT}devnet/.run/history`;
const KEPT = 3;

/** The history of this key, when it was lived on this machine before. */
export function cachedHistory(key: string): CachedHistory | null {
  const entry = `${FOLDER}/${key}`;
  if (!existsSync(entry)) return null;
  const deployment = JSON.parse(readFileSync(`${entry}/deployment.json`, "utf8")) as DevnetDeployment;
  return { statePath: `${entry}/state.json`, deployment };
}

/** Keeps a chain's state, blocks, receipts and logs under a key; states of past blocks are not kept, older keys are dropped. */
export async function keepHistory(chain: LocalChain, key: string, deployment: DevnetDeployment): Promise<void> {
  const dump = await chain.test.dumpState();
  const draft = `${FOLDER}/.${process.pid}.${key}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(`${draft}/state.json`, gunzipSync(hexToBytes(dump)));
  writeFileSync(`${draft}/deployment.json`, JSON.stringify(deployment));
  moveUnlessThere(draft, `${FOLDER}/${key}`);
  for (const old of olderEntries()) rmSync(`${FOLDER}/${old}`, { recursive: true, force: true });
}

/** Whoever comes second has lived the same history, and what is there stays. */
function moveUnlessThere(draft: string, entry: string): void {
  try {
    renameSync(draft, entry);
  } catch (error) {
    if (!existsSync(entry)) throw error;
    rmSync(draft, { recursive: true });
  }
}

function olderEntries(): readonly string[] {
  const age = (name: string) => statSync(`${FOLDER}/${name}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const entries = readdirSync(FOLDER).filter((name) => !name.startsWith("."));
  return entries.sort((a, b) => age(b) - age(a)).slice(KEPT);
}
