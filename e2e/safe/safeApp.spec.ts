import { type Address, encodeFunctionData, parseAbi } from "viem";
import type { Chain } from "../fixtures/Chain";
import { lastSettlement, sharesFor } from "../fixtures/settlement";
import type { TestWallet } from "../fixtures/TestWallet";
import { holdings, NO_REQUESTS, vaultOf } from "../fixtures/vaultState";
import { Frame, type Screen } from "../pages/Frame";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultPanel } from "../pages/VaultPanel";
import { expect, test } from "./safeTest";
import type { TestSafe } from "./TestSafe";

const TOKEN = parseAbi([
  "function approve(address spender, uint256 amount)",
  "function transfer(address to, uint256 amount)",
  "function allowance(address owner, address spender) view returns (uint256)",
]);
const STRANGER = `0x${"bd".repeat(20)}` as const;
const NAME = "ETH Cash-Secured Put";
const DEPOSITED = 1_000_000_000n;
const COINS = 2n * 10n ** 18n;
const SUBJECT = "Deposit request";

/** The wallet gives the Safe what it deposits. */
async function give(chain: Chain, wallet: TestWallet, { safe, vault }: { safe: TestSafe; vault: { asset: Address } }) {
  const data = encodeFunctionData({ abi: TOKEN, functionName: "transfer", args: [safe.address, DEPOSITED] });
  await chain.sendAs(wallet.address, vault.asset, data);
}

/** Follows the list's row to the vault; ready to take an amount. */
async function openVault(app: Screen, name = NAME): Promise<VaultPanel> {
  await app.getByRole("main").getByRole("link", { name, exact: true }).click();
  await expect(app.getByRole("heading", { level: 1, name })).toBeVisible();
  return new VaultPanel(app);
}

test("two of three owners sign a deposit and its claim, each one Safe transaction @wallet", async ({
  page,
  chain,
  devnet,
  wallet,
  safe,
  openInSafe,
}) => {
  const vault = vaultOf(devnet.deployment, "cashSecuredPut");
  await give(chain, wallet, { safe, vault });
  const app = await openInSafe({ keepsStorage: true });
  const frame = new Frame(app);
  const panel = await openVault(app);

  await expect(panel.panel).toContainText("One Safe transaction: approval and deposit together, or not at all");
  await panel.deposit("1000");
  const review = new Review(app, /^Deposit 1,000\.00 USDC/);
  await expect(review.dialog).toContainText("One Safe transaction with 2 calls, together or not at all.");
  // The local chain's stand-in for Safe's own contract is not Safe's code, and is told.
  await expect(review.alert).toContainText("Other code stands where MultiSendCallOnly 1.4.1 belongs.");
  await review.accept("Request deposit");
  const waits = frame.news(`${SUBJECT} is in your Safe, number 7`);
  await expect(waits).toContainText("Waiting for 2 of 3 owners to sign. One has signed.");
  await expect(waits).toContainText("The hash that the Safe shows is the one of what you reviewed.");
  const [proposal] = safe.proposals;
  await expect(waits).toContainText(String(proposal?.safeTxHash));

  await page.reload();
  await expect(waits).toContainText("Waiting for 2 of 3 owners to sign.");
  await safe.sign(1);
  await expect(waits).toContainText("It waits in your Safe to be executed.");
  expect((await holdings(chain, vault, safe.address)).requests).toEqual(NO_REQUESTS);
  await safe.execute();
  await followToConfirmation(app, { chain, subject: SUBJECT });
  const requests = { ...NO_REQUESTS, pendingDepositAssets: DEPOSITED };
  expect(await holdings(chain, vault, safe.address)).toEqual({ assets: 0n, shares: 0n, requests });
  const { strategyRouter } = devnet.deployment.addresses;
  expect(await chain.read(vault.asset, TOKEN, "allowance", [safe.address, strategyRouter])).toBe(0n);

  await fetch(`${devnet.controlUrl}/time-machine`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  const shares = sharesFor(DEPOSITED, await lastSettlement(chain, vault));
  await (await openVault(app)).request("Claim").click();
  const claim = new Review(app, /^Claim /);
  const signing = claim.dialog.getByRole("region", { name: "What the owners sign" });
  await expect(signing).toContainText("the Safe’s own contract says the same");
  const shown = await signing.textContent();
  await claim.accept("Claim shares");
  await expect(frame.news("Claim is in your Safe, number 8")).toContainText("One has signed.");
  expect(shown).toContain(safe.proposals[1]?.safeTxHash);
  await safe.sign(2);
  await safe.execute();
  await followToConfirmation(app, { chain, subject: "Claim" });
  expect(await holdings(chain, vault, safe.address)).toEqual({ assets: 0n, shares, requests: NO_REQUESTS });
  expect(safe.proposals.map(({ operation }) => operation)).toEqual([1, 0]);
  expect(wallet.requests).toEqual([]);
  expect([...new Set(safe.asked.map(({ method }) => method))]).toEqual([
    "getSafeInfo",
    "sendTransactions",
    "getTxBySafeTxHash",
  ]);
});

test("a Safe deposits all its ETH: whoever executes it pays the fee @wallet", async ({
  chain,
  devnet,
  safe,
  openInSafe,
}) => {
  const vault = vaultOf(devnet.deployment, "coveredCall");
  await chain.setBalance(safe.address, COINS);
  const app = await openInSafe();
  const vaultPanel = await openVault(app, "ETH Covered Call");
  const { panel, amount } = vaultPanel;
  await panel.getByRole("radio", { name: "Pay with ETH" }).check();
  await expect(panel).toContainText("Balance 2.00 ETH");
  await expect(panel).not.toContainText("for network fees");
  await panel.getByRole("button", { name: "Use the largest amount" }).click();
  await expect(amount).toHaveValue("2");
  await vaultPanel.button("Review deposit").click();
  await new Review(app, /^Deposit 2\.00 ETH/).accept("Request deposit");
  await expect(new Frame(app).news(`${SUBJECT} is in your Safe, number 7`)).toContainText("One has signed.");
  await safe.sign(1);
  await safe.execute();
  await followToConfirmation(app, { chain, subject: SUBJECT });
  const requests = { ...NO_REQUESTS, pendingDepositAssets: COINS };
  expect(await holdings(chain, vault, safe.address)).toEqual({ assets: 0n, shares: 0n, requests });
  expect(await chain.client.getBalance({ address: safe.address })).toBe(0n);
});

test("a no, another transaction than the one shown, and a rejected one are told @wallet", async ({
  chain,
  devnet,
  wallet,
  safe,
  openInSafe,
}) => {
  const vault = vaultOf(devnet.deployment, "cashSecuredPut");
  await give(chain, wallet, { safe, vault });
  const app = await openInSafe();
  const frame = new Frame(app);
  await (await openVault(app)).deposit("1000");
  const review = new Review(app, /^Deposit 1,000\.00 USDC/);
  safe.isRejecting = true;
  await review.accept("Request deposit");
  await expect(review.alert).toContainText("You rejected it in your wallet.");

  safe.isRejecting = false;
  const stolen = encodeFunctionData({ abi: TOKEN, functionName: "approve", args: [STRANGER, 1n] });
  safe.lie = (calls) => [...calls, { to: vault.asset, value: "0", data: stolen }];
  await review.dialog.getByRole("button", { name: "Try again" }).click();
  await review.accept("Request deposit");
  const found = frame.news("Your Safe asks its owners for another signature than was shown.");
  await expect(found).toContainText("Nobody should sign it.");
  await safe.reject();
  await expect(frame.news(`${SUBJECT} failed`)).toContainText("it was rejected or replaced in your Safe");
  expect((await holdings(chain, vault, safe.address)).assets).toBe(DEPOSITED);
});

test("one address, one origin, one window: nothing else can show the app or speak for the Safe @wallet", async ({
  page,
  baseURL,
  request,
  safe,
  safePage,
  openInSafe,
  watch,
}) => {
  const stranger = safePage.origin.replace("127.0.0.1", "stranger.localhost");
  watch.allow(/^console error: Framing '[^']+' violates the following Content Security Policy directive/);
  watch.allow(new RegExp(`^request to another origin: ${stranger}/`));
  const policyOf = async (path: string) => (await request.get(path)).headers()["content-security-policy"];
  expect(await policyOf("/safe")).toContain(`; frame-ancestors ${safePage.origin} ${safePage.sameSiteOrigin};`);
  const besides = (policy = "") => policy.replace(/'nonce-[^']+'/, "").replace(/frame-ancestors [^;]+/, "");
  expect(besides(await policyOf("/safe"))).toBe(besides(await policyOf("/vaults")));
  expect(await policyOf("/vaults")).toContain("; frame-ancestors 'none';");
  const manifest = await request.get("/safe/manifest.json");
  expect(manifest.headers()["access-control-allow-origin"]).toBe("*");
  expect((await request.get(`/safe/${(await manifest.json()).iconPath}`)).headers()["content-type"]).toBe(
    "image/svg+xml",
  );

  // As after a new build, when the router loads a whole document: a Safe's frame comes back to the entry.
  const framed = await request.get("/review?a=b", { headers: { "sec-fetch-dest": "iframe" }, maxRedirects: 0 });
  expect([framed.status(), new URL(framed.headers().location ?? "", baseURL).href]).toEqual([307, `${baseURL}/safe`]);

  for (const showing of [
    safePage.showing(`${baseURL}/vaults`, stranger),
    safePage.showing(`${baseURL}/safe`, stranger),
  ]) {
    await page.goto(showing);
    await expect.poll(() => page.frames().at(1)?.url(), showing).toBe("chrome-error://chromewebdata/");
  }
  expect(safe.asked).toEqual([]);

  // A window that is not the Safe's page answers in its place, under the very name of the question, before it does.
  let release = () => {};
  safe.held = new Promise((resolve) => {
    release = resolve;
  });
  const opened = openInSafe();
  await expect.poll(() => safe.asked.length).toBe(1);
  const lie = { id: safe.asked[0]?.id, success: true, version: "9.1.0", data: { ...safe.info, safeAddress: STRANGER } };
  await page.frames()[1]?.evaluate((message) => window.postMessage(message, "*"), lie);
  await page.frames()[1]?.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  release();
  await opened;

  safe.claimedChainId = 10;
  const app = await openInSafe();
  await expect(app.getByRole("alert").filter({ hasText: "This Safe is on chain 10" })).toBeVisible();

  await page.goto(safePage.showing(`${baseURL}/vaults`));
  await expect.poll(() => page.frames().at(1)?.url()).toBe(`${baseURL}/safe`);

  await page.goto("/safe");
  await expect(page.getByText("This is Ballast as a Safe App.")).toBeVisible();
  await expect(new Frame(page).connectButton).toBeVisible();
});
