import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { MandatePanel } from "../pages/MandatePanel";
import { PortfolioPage } from "../pages/PortfolioPage";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";

const BUTTON = /^(Sign permit for USDC|Request deposit)$/;
const REASON = "This breaks a limit of yours. Tick the box to go on.";

test("a deposit that breaks a limit of 30% per vault is refused without the tick, and goes on with it", async ({
  page,
  chain,
  devnet,
  wallet,
}) => {
  const vault = vaultOf(devnet.deployment, "ironCondor");
  const limits = new MandatePanel(page);
  await new PortfolioPage(page).open();
  await new Frame(page).connect(wallet.address);
  await limits.keep(/^Largest share per vault/, "30");
  await expect(limits.state("Largest share per vault")).toContainText("30%");
  await expect(limits.state("Largest share per vault")).toContainText("within");

  const vaultPage = new VaultPage(page);
  await vaultPage.open(vault);
  await expect(new Frame(page).account(wallet.address)).toBeVisible();
  await vaultPage.deposit("1000");
  const { dialog } = new Review(page, /^Deposit 1,000\.00 USDC/);
  const own = dialog.getByRole("region", { name: "Your limits" });
  await expect(own).toContainText("0% → 100% (at most 30%)");
  await expect(own).toContainText("Largest share per vault would be 100%, over your limit of 30%.");
  await expect(dialog.getByText(/succeeds, and moves what is shown/)).toBeVisible();
  await expect(dialog.getByText(REASON)).toBeVisible();
  await expect(dialog.getByRole("button", { name: BUTTON })).toHaveAttribute("aria-disabled", "true");
  await dialog.getByRole("button", { name: BUTTON }).click({ force: true });
  expect(wallet.asked("eth_signTypedData_v4") + wallet.asked("eth_sendTransaction")).toBe(0);

  await own.getByRole("checkbox", { name: /^Sign although it breaks my limit of 30%/ }).check();
  await expect(dialog.getByText(REASON)).toHaveCount(0);
  await dialog.getByRole("button", { name: "Sign permit for USDC" }).click();
  await followToConfirmation(page, { chain, subject: "Deposit request" });
  const { requests } = await holdings(chain, vault, wallet.address);
  expect(requests).toEqual({ ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n });
});

test("limits go into a file and back; another file is refused in words", async ({ page, wallet }) => {
  const limits = new MandatePanel(page);
  await new PortfolioPage(page).open();
  await new Frame(page).connect(wallet.address);
  await limits.keep(/^Longer than 7 days/, "8.5");
  const [download] = await Promise.all([page.waitForEvent("download"), limits.save.click()]);
  const path = await download.path();
  await limits.keep(/^Longer than 7 days/, "");
  await expect(limits.panel).toContainText("No limit is set for this address.");
  await limits.file.setInputFiles({ name: "tokens.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(limits.panel).toContainText("This is not a file of limits that this app saved.");
  await limits.file.setInputFiles(path);
  await expect(limits.state("Longer than 7 days to leave")).toContainText("8.5%");
  await expect(limits.field(/^Longer than 7 days/)).toHaveValue("8.5");
});
