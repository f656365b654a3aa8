import type { Page } from "@playwright/test";
import { scriptsWith } from "../fixtures/buildFiles";
import { expect, test as withoutProject } from "../fixtures/test";
import { untilLive } from "../fixtures/untilLive";
import { vaultOf } from "../fixtures/vaultState";
import { PHONE, test } from "../fixtures/walletConnect";
import { Frame } from "../pages/Frame";
import { PairingDialog } from "../pages/PairingDialog";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";

/** An address that stands in WalletConnect's own code alone. */
const WALLETCONNECT_MARK = "pulse.walletconnect.org";

/** Where pages as they are loaded now may connect to. */
async function connectSources(page: Page): Promise<string> {
  const answer = await page.request.get("/vaults");
  return /connect-src ([^;]*)/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "";
}

/** Scripts and sockets that the page asked for. */
function watchRequests(page: Page) {
  const scripts: string[] = [];
  const sockets: string[] = [];
  page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
  page.on("websocket", (socket) => sockets.push(new URL(socket.url()).origin));
  return { scripts, sockets };
}

test("a phone connects by the code after one that was turned back, signs a deposit, is there after a reload, and its leave is told @wallet", async ({
  page,
  chain,
  devnet,
  relay,
  phone,
}) => {
  const asked = watchRequests(page);
  const own = new Set(scriptsWith(WALLETCONNECT_MARK));
  expect(own.size, "WalletConnect is in the build").toBeGreaterThan(0);
  const ownScripts = () => asked.scripts.filter((path) => own.has(path));
  const vaultPage = new VaultPage(page);
  const frame = new Frame(page);
  const pairing = new PairingDialog(page);
  await vaultPage.open(vaultOf(devnet.deployment, "ironCondor"));
  await untilLive(frame.connectButton);
  const before = await connectSources(page);
  expect(before).toBe(`'self' ${new URL(devnet.deployment.rpcUrl).origin}`);

  await frame.connectButton.click();
  await expect(pairing.entry).toBeVisible();
  expect([...ownScripts(), ...asked.sockets], "before WalletConnect is opened").toEqual([]);
  await pairing.entry.click();
  const uri = await pairing.uri();
  expect(uri).toMatch(/^wc:[\da-f]{64}@2\?/);
  expect(await connectSources(page)).toBe(`${before} ${relay.url}`);
  expect(new Set(asked.sockets)).toEqual(new Set([relay.url]));

  const given = page.waitForResponse((answer) => answer.request().method() === "DELETE");
  await pairing.reopen();
  await given;
  expect(await connectSources(page), "after turning back").toBe(before);
  await phone.scan(await pairing.uri());
  await expect(frame.account(PHONE.address)).toBeVisible();
  await expect.poll(() => connectSources(page), "for the reload").toBe(`${before} ${relay.url}`);
  await vaultPage.deposit("1000");
  const review = new Review(page, /^Deposit 1,000\.00 USDC/);
  await review.accept("Sign permit for USDC");
  await followToConfirmation(page, { chain, subject: "Deposit request" });
  const methods = phone.questions.map(({ method }) => method).filter((method) => method.startsWith("eth_"));
  expect(methods).toEqual(["eth_signTypedData_v4", "eth_sendTransaction"]);

  await page.reload();
  await expect(frame.account(PHONE.address)).toBeVisible();
  await phone.leave();
  await expect(page.getByRole("dialog", { name: "Your wallet ended the connection" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(frame.connectButton).toBeVisible();
  await expect.poll(() => connectSources(page)).toBe(before);
});

test("a phone that refuses, and a relay that does not answer, are told, and turning back closes the way @wallet", async ({
  page,
  relay,
  phone,
  watch,
}) => {
  phone.accounts = "reject";
  const pairing = new PairingDialog(page);
  await page.goto("/vaults");
  await untilLive(new Frame(page).connectButton);
  await pairing.open();
  await phone.scan(await pairing.uri());
  const refused = page.getByRole("dialog", { name: "Your wallet said no" });
  await refused.getByRole("button", { name: "Try again" }).click();
  await expect(pairing.code).toBeVisible();

  watch.allow(/WebSocket connection to 'ws:.*failed/);
  await phone.scan(await pairing.uri());
  await expect(refused).toBeVisible();
  await phone.stop();
  relay.setSilent(true);
  await refused.getByRole("button", { name: "Try again" }).click();
  const silent = page.getByRole("dialog", { name: "The relay does not answer" });
  await expect(silent).toBeVisible({ timeout: 15_000 });
  await silent.getByRole("button", { name: "Cancel" }).click();
  await expect(silent).toHaveCount(0);
  await expect.poll(() => connectSources(page)).not.toContain(relay.url);
});

test("a browser that keeps no cookie is told so, once, and is not loaded again and again @wallet", async ({ page }) => {
  await page.route("**/api/opened-wallet", (route) => route.fulfill({ status: 204 }));
  const pairing = new PairingDialog(page);
  await page.goto("/vaults");
  await untilLive(new Frame(page).connectButton);
  await pairing.open();
  const refused = page.getByRole("dialog", { name: "Your browser keeps no cookie for this site" });
  await expect(refused).toBeVisible();
  await page.unroute("**/api/opened-wallet");
  await refused.getByRole("button", { name: "Try again" }).click();
  await expect(pairing.code).toBeVisible();
});

withoutProject(
  "without a project there is no entry, and the list says how else to connect",
  async ({ page, request }) => {
    await page.goto("/vaults");
    const frame = new Frame(page);
    await untilLive(frame.connectButton);
    await frame.connectButton.click();
    const list = page.getByRole("dialog");
    await expect(
      list.getByText(/^Wallets on phones cannot connect to this site\. Use a browser wallet’s extension, or a Ledger/),
    ).toBeVisible();
    await expect(new PairingDialog(page).entry).toHaveCount(0);
    const headers = { cookie: "opened-wallet=walletconnect" };
    const policy = (await request.get("/vaults", { headers })).headers()["content-security-policy"];
    expect(policy).not.toMatch(/wss?:/);
  },
);
