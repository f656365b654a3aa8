import { expect, test } from "../fixtures/test";
import { untilLive } from "../fixtures/untilLive";
import { vaultOf } from "../fixtures/vaultState";
import { TrustPage } from "../pages/TrustPage";
import { VaultListPage } from "../pages/VaultListPage";
import { VaultPage } from "../pages/VaultPage";

const NAME = "ETH Iron Condor";

test("from a vault's facts to what is trusted in it, and back", async ({ page, devnet }) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const trust = new TrustPage(page);
  await new VaultPage(page).open(vault);
  const facts = page.getByRole("region", { name: "Contract facts" });
  await facts.getByRole("link", { name: "Who can change what" }).click();
  await expect(trust.ofVault(NAME)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/vaults/${vault.chainId}/${vault.address}/trust$`, "i"));
  await trust.whole();
  await expect(page.getByRole("table", { name: "Who can change what" })).toContainText(/\d+ hours after announcing it/);
  await expect(page.getByRole("table", { name: /^Makers, All \d+ epochs/ })).toContainText(/\d+%/);
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: NAME }).click();
  await expect(page.getByRole("heading", { level: 1, name: NAME, exact: true })).toBeVisible();
});

test("from the list and from the foot of any page to what all vaults share, and from there to each", async ({
  page,
}) => {
  const trust = new TrustPage(page);
  const list = new VaultListPage(page);
  await list.open();
  await page.getByRole("link", { name: "Who can change what, and what can go wrong" }).click();
  await expect(trust.ofAll).toBeVisible();
  const vaults = page.getByRole("table", { name: "Vaults and their roles" });
  await expect(vaults.getByRole("link")).toHaveCount(5);
  await vaults.getByRole("link", { name: "BTC Covered Call" }).click();
  await expect(trust.ofVault("BTC Covered Call")).toBeVisible();

  await page.goto("/choose");
  const foot = page.getByRole("navigation", { name: "Footer" });
  await untilLive(foot.getByRole("link", { name: "Risk disclosure" }));
  await foot.getByRole("link", { name: "Risk disclosure" }).click();
  await expect(trust.ofAll).toBeVisible();
  await expect(page.getByRole("heading", { name: "Risks, in plain words" })).toBeInViewport();
});

for (const path of ["/trust", ""]) {
  test(`an address that is no vault is not found, with a way back: …${path}`, async ({ page, devnet, watch }) => {
    watch.allow(/status of 404/);
    const { chainId } = devnet.deployment;
    const answer = await page.goto(`/vaults/${chainId}/0x${"de".repeat(20)}${path}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "There is no such vault" })).toBeVisible();
    const back = page.getByRole("link", { name: "See all vaults" });
    await untilLive(back);
    await back.click();
    await expect(new VaultListPage(page).heading).toBeVisible();
  });
}
