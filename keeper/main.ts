import { readFileSync } from "node:fs";
import { serverEnvironment } from "@/lib/config/env";
import { KeeperError } from "./KeeperError";
import { readKeeperConfig } from "./readKeeperConfig";
import { jsonLog } from "./run/KeeperLog";
import { untilAskedToStop } from "./run/untilAskedToStop";
import { startKeeper } from "./startKeeper";

function deploymentText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new KeeperError(
      `There is no deployment at ${path}: start npm run devnet, or name one in BALLAST_DEPLOYMENT.`,
      {
        cause,
      },
    );
  }
}

try {
  const { deploymentPath, rpcUrls, marketUrl } = serverEnvironment();
  const config = readKeeperConfig({
    deploymentText: deploymentText(deploymentPath),
    rpcUrls,
    marketUrl,
    environment: process.env,
  });
  const asked = untilAskedToStop();
  const keeper = await startKeeper(config, jsonLog(console.log));
  await asked;
  await keeper.stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
