import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAbi } from "viem";
import { freePort } from "@/devnet/processes/freePort";
import { startWebServer } from "@/devnet/processes/webServer";
import { axeViolationsInBothThemes } from "../accessibility/axeViolations";
import { test as base, expect } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { ExitPage } from "../pages/ExitPage";
import { Frame } from "../pages/Frame";
import { followToConfirmation, Review } from "../pages/Review";

const ABI = parseAbi(["function balanceOf(address owner) view returns (uint256)"]);

/** Holds shares, requests and claims. */
const DEPOSITOR = 2;

/** The app after its node, its market and its keeper are gone: what is configured answers nobody. */
const test = base.extend({
  baseURL: async ({ devnet, profile }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "ballast-exit-"));
    const deploymentPath = join(folder, "deployment.json");
    const rpcUrls = [`http://127.0.0.1:${await freePort()}`];
    writeFileSync(deploymentPath, JSON.stringify({ ...devnet.deployment, rpcUrls }));
    const server = await startWebServer({ profile, deploymentPath });
    await use(server.url);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

test("with every node of the app dead, one living node is enough to see all and leave", {
  tag: "@wallet",
}, async ({ page, chain, devnet, wallet, watch }) => {
  test.setTimeout(240_000);
  watch.allow(/request to another origin: http:\/\/127\.0\.0\.1:\d+/);
  watch.allow(/Failed to load resource|ERR_CONNECTION_REFUSED/);
  await wallet.switchAccount(DEPOSITOR);
  const exit = new ExitPage(page);
  const host = new URL(devnet.rpcUrl).host;
  expect((await page.request.get("/exit")).status()).toBe(200);
  await exit.open();
  await exit.address.fill(wallet.address);
  await expect(page.getByText("The chain cannot be read.")).toBeVisible();

  await exit.node.try(devnet.rpcUrl);
  const trial = exit.node.trial(host);
  await expect(
    trial.getByText("No node of the app answered, so nobody could say whether that is the newest."),
  ).toBeVisible();
  await exit.node.take(host, /^Only this node/);

  await exit.address.fill(wallet.address);
  const condor = exit.held("ETH Iron Condor");
  await expect(condor.filter({ hasText: "Ready to claim" })).toBeVisible();
  await expect(condor.filter({ hasText: "Shares in the wallet" })).toContainText("at the last settlement");
  await expect(page.getByRole("button", { name: /^Withdraw all/ })).toHaveCount(0);
  expect(await axeViolationsInBothThemes(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

  // The call that is shown, sent from elsewhere by the account, does what it says.
  const { address, asset } = vaultOf(devnet.deployment, "ironCondor");
  const claim = condor.filter({ hasText: "Ready to claim" });
  await claim.getByText("Claim: the call, to send from elsewhere").click();
  await expect(claim.getByRole("textbox", { name: "To" })).toHaveValue(address);
  const calldata = await claim.getByRole("textbox", { name: "Calldata" }).inputValue();
  const before = await chain.read(asset, ABI, "balanceOf", [wallet.address]);
  await chain.sendAs(wallet.address, address, calldata as `0x${string}`);
  await chain.mine();
  expect(await chain.read(asset, ABI, "balanceOf", [wallet.address])).toBeGreaterThan(before as bigint);
  await expect(claim).toHaveCount(0);

  // The same pipeline as everywhere else: planned, simulated, shown, signed, followed.
  await new Frame(page).connect(wallet.address);
  await condor.getByRole("button", { name: /^Withdraw all: Shares in the wallet, ETH Iron Condor/ }).click();
  const review = new Review(page, /^Withdraw/);
  await expect(review.dialog.getByText(`One RPC node alone says so: ${host}.`)).toBeVisible();
  await review.accept("Request withdrawal");
  await followToConfirmation(page, { chain, subject: "Withdrawal request" });
  expect(await chain.read(address, ABI, "balanceOf", [wallet.address])).toBe(0n);
  await expect(condor.filter({ hasText: "Pending withdrawal" })).toBeVisible();
});
