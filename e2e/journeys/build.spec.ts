import { axeViolationsInBothThemes } from "../accessibility/axeViolations";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { BuildPage } from "../pages/BuildPage";
import { ChoosePage } from "../pages/ChoosePage";

test("strikes are dragged and stepped, the loss is capped, a reload keeps all of it, and it leads to a vault", async ({
  page,
  devnet,
}) => {
  const build = new BuildPage(page);
  await build.open();
  await expect(build.shape(/^Iron condor/)).toBeChecked();

  await test.step("a template", async () => {
    await build.shape(/^Short strangle/).check();
    await expect(build.panel).toContainText("Short strangle, in plain words");
    await expect(build.panel).toContainText("unlimited upwards");
    await expect(build.panel).toContainText("Full mode refuses it");
    await expect(page).toHaveURL(/legs=-p\d+_-c\d+&outlook=neutral$/);
  });

  const listedPut = await build.strikeOf("Sell put strike");
  await test.step("a strike by mouse, and back", async () => {
    await build.dragBy("Sell put strike", -60);
    await expect.poll(() => build.strikeOf("Sell put strike")).toBeLessThan(listedPut);
    const dragged = await build.strikeOf("Sell put strike");
    await expect(page).toHaveURL(new RegExp(`legs=-p${dragged}_`));
    await page.goBack();
    await expect.poll(() => build.strikeOf("Sell put strike")).toBe(listedPut);
    await page.goForward();
    await expect.poll(() => build.strikeOf("Sell put strike")).toBe(dragged);
  });

  await test.step("a strike by keyboard, its value said with its unit", async () => {
    const grip = build.grip("Sell call strike");
    const before = await build.strikeOf("Sell call strike");
    await grip.focus();
    await grip.press("ArrowRight");
    await expect.poll(() => build.strikeOf("Sell call strike")).toBeGreaterThan(before);
    await grip.press("ArrowLeft");
    await expect.poll(() => build.strikeOf("Sell call strike")).toBe(before);
    await expect(grip).toBeFocused();
    await expect(grip).toHaveAttribute("aria-valuetext", /^Sell call, strike \$[\d,]+, premium \$\d+\.\d\d$/);
  });

  await test.step("the loss is capped, uncapped and capped again", async () => {
    const cap = build.panel.getByRole("button", { name: /^Buy a [\d,]+ call to cap it, \$\d/ });
    await cap.click();
    await expect(build.legs.getByRole("row")).toHaveCount(1 + 3 + 1);
    await expect(build.panel).toContainText("The loss has an end");
    await expect(build.panel).not.toContainText("unlimited upwards");
    await build.panel.getByRole("button", { name: "Undo the cap" }).click();
    await expect(build.legs.getByRole("row")).toHaveCount(1 + 2 + 1);
    await cap.click();
    await expect(build.panel).toContainText("Collateral covers every price");
    expect(await axeViolationsInBothThemes(page)).toEqual([]);
  });

  await test.step("a reload keeps all of it", async () => {
    const address = page.url();
    const said = await build.chart.getAttribute("aria-label");
    const legs = await build.legs.getByRole("button", { name: /strike of leg/ }).count();
    await page.reload();
    await expect(build.legs.getByRole("row")).toHaveCount(1 + 3 + 1);
    expect(page.url()).toBe(address);
    expect(await build.legs.getByRole("button", { name: /strike of leg/ }).count()).toBe(legs);
    expect((await build.chart.getAttribute("aria-label"))?.split(":")[0]).toBe(said?.split(":")[0]);
  });

  await test.step("a sold put leads to the vault that sells one, its form filled in", async () => {
    await build.shape(/^Cash-secured put/).check();
    const { chainId, address } = vaultOf(devnet.deployment, "cashSecuredPut");
    await expect(build.ways).toContainText("ETH Cash-Secured Put");
    await expect(page.getByRole("list", { name: "Vaults that do not match" })).toContainText("Its options are on BTC.");
    await build.ways.getByRole("link", { name: "Deposit" }).first().click();
    await expect(page).toHaveURL(new RegExp(`/vaults/${chainId}/${address}$`));
    await expect(page.getByRole("textbox", { name: "Amount" })).toHaveValue(/^\d+\.\d\d$/);
  });
});

test("what an address asks wrongly has a sentence and a structure all the same", async ({ page }) => {
  const build = new BuildPage(page);
  await build.open("?asset=DOGE&expiry=2020-01-03&size=-5&legs=p1_%3Cscript%3E&outlook=__proto__");
  const banner = page.getByRole("paragraph").filter({ hasText: "Not everything is as the link asked." });
  await expect(banner).toContainText("There is no vault on DOGE: shown is ETH.");
  await expect(banner).toContainText("Fri 3 Jan 2020 has passed");
  await expect(banner).toContainText("The link’s size, legs and outlook could not be read");
  await expect(build.shape(/^Iron condor/)).toBeChecked();
  await expect(page.getByRole("main")).not.toContainText(/NaN|undefined|\[object|Infinity/);
});

test("a split that a structure leads to stands in the form, and a wrong one does not", async ({ page, devnet }) => {
  const [put, condor] = ["cashSecuredPut", "ironCondor"].map(
    (strategy) => vaultOf(devnet.deployment, strategy).address,
  );
  const choose = new ChoosePage(page);
  await page.goto(`/choose?split=${put}:25,${condor}:75&amount=1000.50`);
  await expect(choose.weight("ETH Cash-Secured Put")).toHaveValue("25");
  await expect(choose.weight("ETH Iron Condor")).toHaveValue("75");
  await expect(choose.panel.getByRole("textbox", { name: "Amount" })).toHaveValue("1000.50");
  await page.goto(`/choose?split=${put}:25,0x12:75&amount=1e9`);
  await expect(choose.weight("ETH Cash-Secured Put")).toHaveValue("50");
  await expect(choose.panel.getByRole("textbox", { name: "Amount" })).toHaveValue("");
});
