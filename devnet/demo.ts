import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readKeeperConfig } from "@/keeper/readKeeperConfig";
import { silentLog } from "@/keeper/run/KeeperLog";
import { untilAskedToStop } from "@/keeper/run/untilAskedToStop";
import { startKeeper } from "@/keeper/startKeeper";
import { serverEnvironment } from "@/lib/config/env";
import { addressOf } from "./accounts";
import { assertPortIsFree } from "./processes/freePort";
import { readPort } from "./processes/readPort";
import { ensureWebBuild } from "./processes/webBuild";
import { startWebServer } from "./processes/webServer";
import { startDevnet } from "./startDevnet";

/** What must be ended, in the order in which it was started. */
const running: { readonly stop: () => Promise<void> }[] = [];
const asked = untilAskedToStop();

async function start(): Promise<readonly Promise<string>[]> {
  const webPort = readPort("PORT", process.env.PORT);
  const rpcPort = readPort("BALLAST_RPC_PORT", process.env.BALLAST_RPC_PORT);
  for (const port of [webPort, rpcPort]) if (port !== null) await assertPortIsFree(port, "localhost");
  const deploymentPath = resolve(serverEnvironment().deploymentPath);
  await ensureWebBuild("local");
  const devnet = await startDevnet({ deploymentPath, ...(rpcPort === null ? {} : { port: rpcPort }) });
  running.push(devnet);
  const deploymentText = readFileSync(deploymentPath, "utf8");
  running.push(await startKeeper(readKeeperConfig({ deploymentText, rpcUrls: [], environment: {} }), silentLog));
  const web = await startWebServer({
    profile: "local",
    deploymentPath,
    ...(webPort === null ? {} : { port: webPort }),
  });
  running.push(web);
  console.log(welcome(web.url, devnet.rpcUrl));
  return [devnet.crashed, web.crashed];
}

function welcome(url: string, rpcUrl: string): string {
  return [
    "",
    `Ballast is ready at ${url}`,
    "",
    'Try first: open a vault, press "Use the demo wallet", deposit, then press the time machine\'s button:',
    "a whole epoch passes in a few seconds, and your shares can be claimed.",
    "",
    `Newcomer   ${addressOf("demo")}  the demo wallet's first account: ETH, WETH, USDC, cbBTC, nothing in the vaults yet`,
    `Depositor  ${addressOf("portfolio")}  its second account: shares, requests and claims`,
    `RPC        ${rpcUrl}  chain 31337, accounts of the published test mnemonic`,
    "",
    "Ctrl-C ends everything.",
  ].join("\n");
}

let exitCode = 0;
try {
  const begun = start();
  const crashes = await Promise.race([begun, asked]);
  const crash = crashes === null ? null : await Promise.race([asked, ...crashes]);
  // Asked to stop while it starts: what is half there ends with this process.
  if (crashes === null) begun.catch(() => undefined);
  if (crash !== null) {
    console.error(`A part of the demo is gone, so the rest is ended: ${crash}`);
    exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  exitCode = 1;
}
for (const part of running.reverse()) await part.stop();
process.exit(exitCode);
