import { untilAskedToStop } from "@/keeper/run/untilAskedToStop";
import { serverEnvironment } from "@/lib/config/env";
import { addressOf } from "./accounts";
import { readPort } from "./processes/readPort";
import { startDevnet } from "./startDevnet";

const { deploymentPath } = serverEnvironment();
const began = performance.now();
const asked = untilAskedToStop();

try {
  const port = readPort("BALLAST_RPC_PORT", process.env.BALLAST_RPC_PORT);
  const begun = startDevnet({ deploymentPath, ...(port === null ? {} : { port }) });
  const devnet = await Promise.race([begun, asked]);
  // Asked to stop while it starts: what is half there ends with this process.
  if (devnet === null) process.exit();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`The local chain is ready after ${seconds} s.`);
  console.log(`  RPC          ${devnet.rpcUrl} (chain ${devnet.deployment.chainId})`);
  console.log(`  Control      ${devnet.controlUrl}`);
  console.log(`  Options      ${devnet.marketUrl}/api/v2/public/get_index_price?index_name=eth_usd`);
  console.log(`  Deployment   ${deploymentPath}`);
  console.log(`  Demo wallet  ${addressOf("demo")}`);
  console.log("Ctrl-C ends it.");
  const crash = await Promise.race([asked, devnet.crashed]);
  await devnet.stop();
  if (crash !== null) {
    console.error(`The local chain is gone: ${crash}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
