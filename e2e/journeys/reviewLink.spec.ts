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

  // Who makes the calls pays, and this account gets what they pay for: a key's plan is exported to nobody.
  await reader.openCalldata("governor");
  await reader.openCalldata("timelock");
  for (const kind of ["Safe", "contract", "timelock"]) {
    await expect(reader.page.getByText(`The account here is no ${kind}`)).toBeVisible();
  }
  await expect(reader.save).toHaveCount(0);
  await expect(reader.calldata("propose")).toHaveCount(0);
  await expect(reader.calldata("scheduleBatch")).toHaveCount(0);

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
  await expect(reader.save).toHaveCount(0);
  await reader.open(`${new URL(link).hash.slice(1, -1)}`);
  await expect(reader.page.getByRole("heading", { name: "The link is not whole." })).toBeVisible();

  // For a Safe: without the contract that makes several calls at once there is no hash to sign, and no file.
  const { abi, bytecode } = readArtifact("DevSafe");
  const created = encodeDeployData({ abi, bytecode, args: [[STRANGER], 1n, 7n] });
  const safe = getAddress(await chain.create(wallet.address, created));
  await reader.open(new URL(link).hash.slice(1));
  await reader.openFor(safe);
  await expect(reader.rail.getByRole("alert")).toContainText("MultiSendCallOnly 1.4.1 is not on this chain.");
  await expect(reader.rail.getByRole("alert")).toContainText("would do nothing and use up the number");
  await expect(reader.page.getByText("There is no file for this Safe")).toBeVisible();
  await expect(reader.rail.getByText(/^(Domain|Message|Safe transaction) hash$/)).toHaveCount(0);
  await expect(reader.save).toHaveCount(0);
  await reader.openCalldata("governor");
  await expect(reader.page.getByText(/It must execute from/)).toContainText(safe);
  await expect(reader.calldata("propose")).toHaveValue(/^0x7d5e81e2/);
  expect(await reader.digest()).not.toBe(digest);
  await reader.page.setViewportSize({ width: 390, height: 900 });
  expect(await axeViolations(reader.page), "dark, 390 px").toEqual([]);
  expect(await reader.overflow(), "dark, 390 px").toBeLessThanOrEqual(0);

  // One call needs no such contract: the hashes are those that the Safe computes, and the file holds the call.
  const ofSafe = readReviewFragment(new URL(reader.page.url()).hash);
  if (!ofSafe.ok) throw new TypeError(ofSafe.reason);
  const lastCall = ofSafe.plan.calls.slice(-1);
  await reader.open(reviewFragment({ ...ofSafe.plan, calls: lastCall }));
  await expect(reader.rail.getByText(/the Safe’s own contract says the same/)).toBeVisible();
  await expect(reader.rail).toContainText(await chain.read<Hex>(safe, abi, "domainSeparator"));
  const file = JSON.parse(await reader.savedFile()) as {
    readonly meta: { readonly checksum: Hex };
    readonly transactions: readonly { readonly to: Address; readonly data: Hex; readonly value: string }[];
  };
  expect(file.meta.checksum).toBe(batchChecksum(file));
  expect(file.transactions.map(({ to, data, value }) => ({ to, calldata: data, value: BigInt(value) }))).toEqual(
    lastCall,
  );
  expect(await reader.overflow(), "hashes, 390 px").toBeLessThanOrEqual(0);

  // For a timelock: its calldata.
  await reader.openFor(getAddress(devnet.deployment.addresses.timelock));
  await reader.openCalldata("timelock");
  await expect(reader.calldata("scheduleBatch")).toHaveValue(/^0x8f2a0bb0/);
  await expect(reader.calldata("executeBatch")).toHaveValue(/^0xe38335e5/);
  await new Frame(reader.page).themeSwitch.click();
  await expect(reader.page.locator("html")).toHaveAttribute("data-theme", "light");
  await reader.page.setViewportSize({ width: 1440, height: 900 });
  expect(await axeViolations(reader.page), "light, 1440 px").toEqual([]);
  expect(await reader.overflow(), "light, 1440 px").toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
  await other.close();
});
