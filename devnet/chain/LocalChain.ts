import {
  createPublicClient,
  createTestClient,
  type HttpTransport,
  http,
  type PublicClient,
  type TestClient,
} from "viem";
import { localViemChain } from "./localViemChain";

/** Handles on a local chain. Requests of one tick travel as one JSON-RPC batch. */
export type LocalChain = {
  readonly rpcUrl: string;
  readonly read: PublicClient<HttpTransport, typeof localViemChain>;
  readonly test: TestClient<"anvil", HttpTransport, typeof localViemChain>;
};

/** Connects to a local chain. Nothing is asked yet. */
export function localChain(rpcUrl: string): LocalChain {
  const transport = http(rpcUrl, { batch: { batchSize: 500, wait: 0 }, retryCount: 0, timeout: 30_000 });
  return {
    rpcUrl,
    read: createPublicClient({ chain: localViemChain, transport, cacheTime: 0, pollingInterval: 50 }),
    test: createTestClient({ chain: localViemChain, transport, mode: "anvil" }),
  };
}

/** The newest block's time, unix seconds. */
export async function chainTime(chain: LocalChain): Promise<bigint> {
  return (await chain.read.getBlock()).timestamp;
}
