import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Address, encodeFunctionData, erc20Abi } from "viem";
import { type FaultyNode, startFaultyNode } from "@/devnet/faults/startFaultyNode";
import { startWebServer } from "@/devnet/processes/webServer";
import { type RunningDevnet, startDevnet } from "@/devnet/startDevnet";
import { Chain } from "../fixtures/Chain";
import { test as base, expect } from "../fixtures/test";
import { partyOf, vaultOf } from "../fixtures/vaultState";
import { elsewhereOf } from "../independent/elsewhereOf";
import { holdingsOf, type PlainHolding } from "../independent/holdingsOf";
import { worthOf } from "../independent/tailOf";
import { Frame } from "../pages/Frame";
import { PortfolioPage } from "../pages/PortfolioPage";
import { VaultListPage } from "../pages/VaultListPage";

const SECOND_ID = 31_338;
const SECOND = `Chain ${SECOND_ID}`;

type SecondChain = { readonly devnet: RunningDevnet; readonly node: FaultyNode };

/** The app with a second chain, read through a node whose faults change, and a third whose file is not there. */
const test = base.extend<{ readonly second: SecondChain }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the destructuring
  second: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "ballast-second-"));
    const deploymentPath = join(folder, "deployment.json");
    const devnet = await startDevnet({ deploymentPath, chainId: SECOND_ID, quiet: true, market: false });
    const node = await startFaultyNode(devnet.rpcUrl);
    await use({ devnet, node });
    await node.stop();
    await devnet.stop();
    rmSync(folder, { recursive: true, force: true });
  },

  baseURL: async ({ deploymentPath, devnet: _running, second, profile }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "ballast-chains-"));
    const path = join(folder, "second.json");
    writeFileSync(path, JSON.stringify({ ...second.devnet.deployment, rpcUrls: [second.node.url] }));
    const paths = [deploymentPath, path, join(folder, "third.json")].join(",");
    const server = await startWebServer({ profile, deploymentPath: paths });
    await use(server.url);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Half of the shares go to somebody else, so that the account has other things there than here. */
async function giveHalf(chain: Chain, vault: Address, account: Address) {
  const shares = await chain.tokenBalance(vault, account);
  const data = encodeFunctionData({
    abi: erc20Abi,
    functionName: "transfer",
    args: [`0x${"0b".repeat(20)}`, shares / 2n],
  });
  await chain.sendAs(account, vault, data);
}

async function heldOn(
  chain: Chain,
  deployment: RunningDevnet["deployment"],
  account: Address,
): Promise<readonly PlainHolding[]> {
  const now = Number((await chain.client.getBlock()).timestamp);
  return [
    ...(await holdingsOf(chain, deployment, { account, now })),
    ...(await elsewhereOf(chain, deployment, account)),
  ];
}

test("two chains are one list and one portfolio, and one whose node is dead or lies costs its own part alone", {
  tag: "@wallet",
}, async ({ page, chain, devnet, second, wallet, watch }) => {
  watch.allow(/request to another origin: http:\/\/127\.0\.0\.1:\d+/);
  watch.allow(/Failed to load resource/);
  const absent = { ok: false, reason: "unreachable", detail: "The option market does not answer." };
  await page.route("**/api/market/*", (route) => route.fulfill({ json: absent }));
  const { deployment } = second.devnet;
  const account = partyOf(deployment, "portfolio");
  const there = new Chain(deployment);
  const vault = vaultOf(deployment, "ironCondor");
  await giveHalf(there, vault.address, account);

  const main = page.getByRole("main");
  const list = new VaultListPage(page);
  const section = page.getByRole("region", { name: `On ${SECOND}`, exact: true });
  const rows = section.getByRole("table", { name: `Vaults on ${SECOND}` }).getByRole("link");
  const homeRows = devnet.deployment.vaults.length;

  await test.step("the list has the vaults of both", async () => {
    await list.open();
    await expect(list.names).toHaveCount(homeRows);
    await expect(rows).toHaveCount(deployment.vaults.length);
    await list.search.fill("condor");
    await expect(rows).toHaveCount(1);
  });

  await test.step("a vault of the second chain is a page of that chain, and a wallet elsewhere is asked over", async () => {
    await new Frame(page).connect(wallet.address);
    await rows.first().click();
    await expect(page).toHaveURL(new RegExp(`/vaults/${SECOND_ID}/${vault.address}`, "i"));
    await expect(page.getByRole("heading", { level: 1, name: /Iron Condor/ })).toBeVisible();
    await expect(main.getByText(SECOND, { exact: true }).first()).toBeVisible();
    const wrong = page.getByRole("alert").filter({ hasText: "Wrong network." });
    await expect(wrong).toContainText(`Your wallet is on chain ${wallet.chainId}. These vaults are on ${SECOND};`);
    await wrong.getByRole("button", { name: `Switch to ${SECOND}` }).click();
    await expect(wrong).toHaveCount(0);
    expect(wallet.chainId).toBe(SECOND_ID);
    await page.getByRole("banner").getByRole("link", { name: "Vaults" }).click();
    await expect(wrong).toContainText(`Your wallet is on chain ${SECOND_ID}. These vaults are on Local chain;`);
  });

  const portfolio = new PortfolioPage(page);
  const [worthHere, worthThere] = [
    worthOf(await heldOn(chain, devnet.deployment, account)),
    worthOf(await heldOn(there, deployment, account)),
  ];
  const reading = page.getByText(`${SECOND} is being read`, { exact: false });

  await test.step("the portfolio is the sum, every row names its chain, the report each block", async () => {
    await portfolio.watch(account);
    await expect(portfolio.positions.getByRole("link", { name: new RegExp(`on\\s${SECOND}$`) })).not.toHaveCount(0);
    await expect(portfolio.positions.getByRole("link", { name: /on\sLocal chain$/ })).not.toHaveCount(0);
    await expect(reading).toHaveCount(0);
    // The page counts the time since its block: a minute of theta is a quarter.
    expect(Math.abs((await portfolio.netValue()) - worthHere - worthThere)).toBeLessThan(2);
    expect(Math.abs(worthHere - worthThere)).toBeGreaterThan(100);
    await expect(main).toContainText(
      new RegExp(`block [\\d,]+ of chain 31337 and block [\\d,]+ of chain ${SECOND_ID}`),
    );
  });

  await test.step("activity is a chain's at a time, and says what is open on the other", async () => {
    await page.goto(`/activity/${account}`);
    await expect(main.getByText(new RegExp(`^On ${SECOND}: .*(ready to take|waiting)`))).toBeVisible();
    await page.getByRole("radio", { name: SECOND }).check({ force: true });
    const links = page.getByRole("region", { name: "By vault" }).getByRole("link");
    await expect(links.first()).toHaveAttribute("href", new RegExp(`^/vaults/${SECOND_ID}/`));
    await portfolio.watch(account);
    await expect(portfolio.positions.getByRole("link", { name: new RegExp(`on\\s${SECOND}$`) })).not.toHaveCount(0);
  });

  await test.step("its node dies under the page: what was read stays, with its time", async () => {
    await second.node.setFault("down");
    await expect(main.getByText(`Holdings on ${SECOND} are as they were read at`, { exact: false })).toBeVisible({
      timeout: 30_000,
    });
  });

  await test.step("and a page opened then is the home chain's alone, and says so", async () => {
    await page.reload();
    const notice = main.getByText(`Holdings on ${SECOND} are not in these figures: its node does not answer.`);
    await expect(notice).toBeVisible({ timeout: 30_000 });
    expect(Math.abs((await portfolio.netValue()) - worthHere)).toBeLessThan(2);
    await expect(portfolio.positions.getByRole("link", { name: new RegExp(`on\\s${SECOND}$`) })).toHaveCount(0);
    await expect(main).toContainText(`Holdings on ${SECOND}: not read. They are in no figure.`);
    await list.open();
    await expect(list.names).toHaveCount(homeRows);
    await expect(section.getByText(`Vaults on ${SECOND} are not in this list: its node does not answer.`)).toBeVisible({
      timeout: 30_000,
    });
    await page.goto(`/vaults/${SECOND_ID}/${vault.address}`);
    await expect(page.getByRole("heading", { name: "The chain cannot be read." })).toBeVisible({ timeout: 30_000 });
  });

  await test.step("one that answers for another chain is not believed; one that is well again is read at once", async () => {
    await second.node.setFault("wrongChainId");
    await list.open();
    await expect(section.getByText("its node gives no usable answer.", { exact: false })).toBeVisible({
      timeout: 30_000,
    });
    await expect(list.names).toHaveCount(homeRows);
    await second.node.setFault("none");
    await section.getByRole("button", { name: `Try ${SECOND} again` }).click();
    await expect(rows).toHaveCount(deployment.vaults.length);
    await expect(section.getByText("its node gives no usable answer.", { exact: false })).toHaveCount(0);
  });

  await test.step("a node of one's own is asked for on each chain; a chain without a file is named", async () => {
    await page.goto("/settings");
    for (const name of ["Local chain", SECOND])
      await expect(page.getByRole("region", { name: `RPC node of ${name}` }).getByRole("textbox")).toBeVisible();
    await expect(page.getByRole("list", { name: "Chains that are left out" })).toContainText(
      "A chain is left out: its file third.json cannot be used. It cannot be read.",
    );
    const health = await (await page.request.get("/api/health")).json();
    expect(health).toMatchObject({
      ok: true,
      chainIds: [31_337, SECOND_ID],
      leftOut: [{ file: "third.json", faults: ["It cannot be read."] }],
    });
  });
});
