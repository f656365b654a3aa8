import { readFile } from "node:fs/promises";
import { type Address, encodeDeployData, getAddress, type Hex, pad } from "viem";
import { readArtifact } from "@/devnet/contracts/artifacts";
import { readReviewFragment, reviewFragment } from "@/lib/protocols/ballast/share/reviewFragment";
import { batchChecksum } from "@/lib/protocols/safe/transactionBuilderBatch";
import { axeViolations } from "../accessibility/axeViolations";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { reviewDeposit } from "../pages/reviewDeposit";
import { SharedReviewPage } from "../pages/SharedReviewPage";

const STRANGER = getAddress(`0x${"bd".repeat(20)}`);

test.use({ colorScheme: "dark" });

test("a plan's link shows the same calls to somebody without a wallet, and a changed one is told", {
  tag: "@wallet",
}, async ({ page, context, browser, baseURL, devnet, wallet, chain }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const { review } = await reviewDeposit(page, { vault, wallet });
  await expect(review.dialog.getByText(/succeeds, and moves what is shown/)).toBeVisible();
  await review.dialog.getByText("Have it reviewed, or export it").click();
  await review.dialog.getByRole("button", { name: "Copy review link" }).click();
  await expect(review.dialog.getByText("Copied", { exact: true })).toBeAttached();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(`${baseURL}/review#1.`)).toBe(true);

  const other = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    colorScheme: "dark",
    serviceWorkers: "block",
  });
  const problems: string[] = [];
  const reader = new SharedReviewPage(await other.newPage());
  reader.page.on("console", (message) => {
    if (!message.text().startsWith("Service Worker registration blocked by Playwright")) problems.push(message.text());
  });
  reader.page.on("pageerror", (error) => problems.push(error.message));
  const asked: string[] = [];
  reader.page.on("request", (request) => asked.push(request.url()));
  await reader.page.goto(link);
  await expect(reader.calls.getByText("approve", { exact: true })).toBeVisible();
  await expect(reader.calls.getByText("depositMany", { exact: true })).toBeVisible();
  await expect(reader.calls).toContainText("1,000.00 USDC");
  await expect(reader.page.getByText(/Every call is of a kind that this page makes itself/)).toBeVisible();
  await expect(reader.page.getByText(/all calls succeed, in this order/)).toBeVisible();
  await expect(reader.page.getByText("Leaves the account, USDC")).toBeVisible();
  expect(asked.filter((url) => url.includes("1.ey"))).toEqual([]);
  const digest = await reader.digest();
  const sentLink = readReviewFragment(new URL(link).hash);
  if (!sentLink.ok) throw new TypeError(sentLink.reason);
  const { plan } = sentLink;

  const saved = reader.page.waitForEvent("download");
  await reader.page.getByRole("button", { name: "Save for Safe’s Transaction Builder" }).click();
  const file = JSON.parse(await readFile(await (await saved).path(), "utf8")) as {
    readonly meta: { readonly checksum: Hex };
    readonly transactions: readonly { readonly to: Address; readonly data: Hex; readonly value: string }[];
  };
  expect(file.meta.checksum).toBe(batchChecksum(file));
  expect(file.transactions.map(({ to, data, value }) => ({ to, calldata: data, value: BigInt(value) }))).toEqual(
    plan.calls,
  );
  await reader.page.getByText("Calldata for a governor").click();
  await expect(reader.page.getByRole("textbox", { name: /^propose/ })).toHaveValue(/^0x7d5e81e2/);

  // Somebody who rewrites the receiver makes a link that is whole, and yet is told.
  const calls = plan.calls.map((call) => ({
    ...call,
    calldata: call.calldata.replaceAll(
      pad(plan.account).slice(2).toLowerCase(),
      pad(STRANGER).slice(2).toLowerCase(),
    ) as Hex,
  }));
  await reader.open(reviewFragment({ ...plan, calls }));
  await expect(reader.alert).toContainText(`Call 2: it would benefit ${STRANGER.toLowerCase()}`);
  await expect(reader.calls).toContainText(STRANGER);
  expect(await reader.digest()).not.toBe(digest);
  await expect(reader.page.getByRole("button", { name: /Save for Safe/ })).toHaveCount(0);
  await reader.open(`${new URL(link).hash.slice(1, -1)}`);
  await expect(reader.page.getByRole("heading", { name: "The link is not whole." })).toBeVisible();

  // For a Safe: the same calls by its own address, and the hashes that its contract computes.
  const { abi, bytecode } = readArtifact("DevSafe");
  const safe = await chain.create(wallet.address, encodeDeployData({ abi, bytecode, args: [[STRANGER], 1n, 7n] }));
  await reader.open(new URL(link).hash.slice(1));
  await reader.page.getByLabel("Another account that will send it").fill(safe);
  await reader.page.getByRole("button", { name: "Open it for this account" }).click();
  await expect(reader.rail.getByText(/the Safe’s own contract says the same/)).toBeVisible();
  await expect(reader.rail.getByText("MultiSendCallOnly 1.4.1 is not on this chain.")).toBeVisible();
  expect(await reader.digest()).not.toBe(digest);
  const domain = await chain.read<Hex>(safe, abi, "domainSeparator");
  await expect(reader.rail).toContainText(domain);

  const frame = new Frame(reader.page);
  for (const [theme, width] of [
    ["dark", 1440],
    ["light", 390],
  ] as const) {
    if (theme === "light") await frame.themeSwitch.click();
    await expect(reader.page.locator("html")).toHaveAttribute("data-theme", theme);
    await reader.page.setViewportSize({ width, height: 900 });
    expect(await axeViolations(reader.page), `${theme}, ${width} px`).toEqual([]);
    expect(await reader.overflow(), `${theme}, ${width} px`).toBeLessThanOrEqual(0);
  }
  expect(problems).toEqual([]);
  await other.close();
});
