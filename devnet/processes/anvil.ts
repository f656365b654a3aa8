import { setTimeout as sleep } from "node:timers/promises";
import { PUBLISHED_MNEMONIC } from "@/lib/config/publishedMnemonic";
import { DevnetError } from "../DevnetError";
import { type Child, startChild } from "./childProcess";
import { foundryBinary } from "./foundryBinary";
import { assertPortIsFree } from "./freePort";

/** The local chain's id, which no public chain has. */
export const LOCAL_CHAIN_ID = 31_337;

/** How to start the chain: from nothing at a time in the past, or from a saved state. */
export type AnvilOptions = {
  readonly port: number;
  readonly timestamp?: bigint;
  readonly statePath?: string;
  /** {@link LOCAL_CHAIN_ID} when not given. */
  readonly chainId?: number | undefined;
};

/** A running chain. */
export type Anvil = Child & { readonly rpcUrl: string };

const READY_WITHIN_MS = 15_000;

const HOST = "127.0.0.1";

/** Starts anvil's own binary as a child, waits until it answers. */
export async function startAnvil(options: AnvilOptions): Promise<Anvil> {
  const { port, timestamp, statePath, chainId = LOCAL_CHAIN_ID } = options;
  await assertPortIsFree(port, HOST);
  const args = [
    ...["--host", HOST, "--port", String(port), "--chain-id", String(chainId), "--hardfork", "prague"],
    ...["--mnemonic", PUBLISHED_MNEMONIC, "--accounts", "20", "--balance", "1000000", "--gas-limit", "200000000"],
    ...["--order", "fifo", "--no-mining", "--quiet"],
    ...(timestamp === undefined ? [] : ["--timestamp", String(timestamp)]),
    ...(statePath === undefined ? [] : ["--load-state", statePath]),
  ];
  const child = startChild({ name: "anvil", command: foundryBinary("anvil"), args });
  const rpcUrl = `http://${HOST}:${port}`;
  let crash: string | undefined;
  child.crashed.then((sentence) => {
    crash = sentence;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(rpcUrl))) {
    if (crash !== undefined) throw new DevnetError(crash);
    if (Date.now() > deadline) {
      await child.stop();
      throw new DevnetError(`anvil did not answer at ${rpcUrl} within ${READY_WITHIN_MS / 1000} s.`);
    }
    await sleep(25);
  }
  return { ...child, rpcUrl };
}

async function answers(rpcUrl: string): Promise<boolean> {
  try {
    const response = await fetch(rpcUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] }),
    });
    return response.ok;
  } catch {
    return false;
  }
}
