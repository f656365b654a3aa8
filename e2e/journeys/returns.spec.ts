import { expect, test } from "../fixtures/test";
import { untilLive } from "../fixtures/untilLive";
import { vaultOf } from "../fixtures/vaultState";
import { VaultPage } from "../pages/VaultPage";
import { wholePage } from "../pages/wholePage";

test("the return in asset and dollars, over all epochs or the list's, with its definition by keyboard", async ({
  page,
  devnet,
}) => {
  await new VaultPage(page).open(vaultOf(devnet.deployment, "coveredCall"));
  await wholePage(page, "vault");
  const region = page.getByRole("region", { name: "Realised return, every epoch counted" });
  const table = region.getByRole("table", { name: "Realised return" });
  const row = table.getByRole("row", { name: /^This vault, all fees in/ });
  const [asset, usd] = [row.getByRole("cell").nth(0), row.getByRole("cell").nth(1)];
  await expect(table.getByRole("columnheader")).toHaveText(["Measure", "In WETH", "In US dollars"]);
  await expect(asset).toHaveText(/^[+−]\d+\.\d\d%$/);
  await expect(usd).toHaveText(/^[+−]\d+\.\d\d%$/);
  expect(await asset.textContent(), "a coin's dollars are another figure").not.toBe(await usd.textContent());
  await expect(table.getByRole("row", { name: /^Epochs that lost/ })).toContainText(/^Epochs that lost[1-9]\d* of \d+/);

  const epochs = region.getByRole("group", { name: "Epochs counted" });
  const all = (await table.textContent()) ?? "";
  await epochs.getByRole("radio", { name: "Last 12" }).check();
  await expect(table).not.toHaveText(all);
  await expect(region).toContainText("12 epochs, ");

  const definition = region.locator("summary", { hasText: "How these are counted, exactly" });
  await expect(region.getByText("No epoch is left out", { exact: false })).toBeHidden();
  await definition.focus();
  await page.keyboard.press("Enter");
  await expect(region.getByText("No epoch is left out", { exact: false })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(region.getByText("No epoch is left out", { exact: false })).toBeHidden();
});

test("the performance against holding: by keyboard from dollars to the coin, both results in words", async ({
  page,
  devnet,
}) => {
  await new VaultPage(page).open(vaultOf(devnet.deployment, "coveredCall"));
  await wholePage(page, "vault");
  const region = page.getByRole("region", { name: "Compared with holding ETH" });
  const unit = region.getByRole("group", { name: "Counted in" });
  await untilLive(unit.getByRole("radio", { name: "In US dollars" }));
  await expect(region).toContainText(/In US dollars: the vault [+−][\d.]+%, holding ETH [+−][\d.]+%\./);
  await expect(region).toContainText(/In ETH: the vault [+−][\d.]+%, holding ETH 0\.0%\./);
  await unit.getByRole("radio", { name: "In US dollars" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(unit.getByRole("radio", { name: "In ETH" })).toBeChecked();
  const chart = region.getByRole("img", { name: /^In ETH, both starting at 100: .*holding ETH 0\.0%/ });
  await expect(chart).toBeVisible();
  // the losing epochs are on the line, by their results
  await expect(chart.getByText(/^−\d+\.\d%$/).first()).toBeVisible();
});
