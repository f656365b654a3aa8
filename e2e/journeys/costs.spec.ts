import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { untilLive } from "../fixtures/untilLive";
import { vaultOf } from "../fixtures/vaultState";
import { VaultPage } from "../pages/VaultPage";

/** The dollars that stand under a label of the strip. */
async function dollarsOf(costs: Locator, label: string): Promise<number> {
  const figure = costs.locator("dl > div", { hasText: label }).locator(".stat-value");
  await expect(figure).toHaveText(/\$/);
  return Number(((await figure.textContent()) ?? "").replace("−", "-").replace(/[+$,]/g, ""));
}

test("costs follow the typed amount, and an amount that the network fees eat is warned of", async ({
  page,
  devnet,
}) => {
  const vaultPage = new VaultPage(page);
  await vaultPage.open(vaultOf(devnet.deployment, "ironCondor"));
  await untilLive(vaultPage.amount);
  const costs = page.getByRole("region", { name: "Fees and break-even" });
  const warning = costs.getByText("At this size the network fees are more than one epoch’s premium.");
  await expect(costs).toContainText("For 10,000 USDC");
  await expect(warning).toBeHidden();

  await vaultPage.amount.fill("2000");
  await expect(costs).toContainText("For the 2,000.00 USDC you typed");
  const [premium, network] = [
    await dollarsOf(costs, "Premium of one epoch"),
    await dollarsOf(costs, "Network fees, in and out"),
  ];
  await vaultPage.amount.fill("4000");
  await expect(costs).toContainText("For the 4,000.00 USDC you typed");
  expect(await dollarsOf(costs, "Premium of one epoch")).toBeCloseTo(2 * premium, 1);
  expect(await dollarsOf(costs, "Network fees, in and out")).toBeCloseTo(network, 1);

  const smallest = await dollarsOf(costs, "Smallest sensible deposit");
  expect(smallest).toBeGreaterThan(0);
  await vaultPage.amount.fill((smallest / 4).toFixed(2));
  await expect(warning).toBeVisible();
  await expect(costs).toContainText(/They take \d+(\.\d)?% of the deposit\. It takes [2-9] epochs/);
  await vaultPage.amount.fill((smallest * 2).toFixed(2));
  await expect(warning).toBeHidden();
  await expect(costs.locator("dl > div", { hasText: "Break-even" })).toContainText("1 epoch");
});

test("a coin's feed without a price: what gas costs is not known, the fees are", async ({ page, devnet, chain }) => {
  const { deployment } = devnet;
  const weth = deployment.addresses.weth.toLowerCase();
  const feed = deployment.feeds.find(({ underlying }) => underlying.toLowerCase() === weth);
  if (feed === undefined) throw new Error("the deployment names no feed of ETH");
  await chain.silence(feed.feed);
  await new VaultPage(page).open(vaultOf(deployment, "ironCondor"));
  const costs = page.getByRole("region", { name: "Fees and break-even" });
  const of = (label: string) => costs.locator("dl > div", { hasText: label });
  await expect(of("Network fees, in and out")).toContainText("gives no price now");
  expect(await dollarsOf(costs, "Fees of that epoch")).toBeLessThan(0);
  await expect(costs).not.toContainText("gas price not read yet");
});
