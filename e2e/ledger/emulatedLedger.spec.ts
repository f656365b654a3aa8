import { parseEther } from "viem";
import { expect, test } from "../fixtures/test";
import { holdings, vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";
import { PluggedLedger } from "./PluggedLedger";

/** The published mnemonic's first account, at Ledger Live's first path. */
const ACCOUNT = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

/** In the page: chooses the device, asks which app is open, and returns the answer's report as hex. */
async function askForApp() {
  type Device = {
    open(): Promise<void>;
    sendReport(id: number, report: Uint8Array): Promise<void>;
    oninputreport: ((event: { data: DataView }) => void) | null;
  };
  const { hid } = navigator as Navigator & { hid: { requestDevice(options: object): Promise<Device[]> } };
  const [device] = await hid.requestDevice({ filters: [{ vendorId: 0x2c97 }] });
  if (device === undefined) return "none";
  await device.open();
  const answered = new Promise<string>((resolve) => {
    device.oninputreport = ({ data }) =>
      resolve(Array.from(new Uint8Array(data.buffer), (byte) => byte.toString(16).padStart(2, "0")).join(""));
  });
  const report = new Uint8Array(64);
  report.set([0x12, 0x34, 5, 0, 0, 0, 5, 0xb0, 1, 0, 0, 0]);
  await device.sendReport(0, report);
  return answered;
}

test("the emulated Ledger answers in Chromium as in the unit tests @wallet", async ({ page }) => {
  const ledger = new PluggedLedger(page);
  await ledger.install();
  await page.goto("/");
  expect(await page.evaluate(askForApp)).toMatch(/^12340500000019010845746865726575/);
  await ledger.set({ appName: "Bitcoin" });
  await ledger.unplug();
  await ledger.plug();
  expect(await page.evaluate(askForApp)).toContain(Buffer.from("Bitcoin").toString("hex"));
  expect(await ledger.seen()).toMatchObject({ apdus: ["b001000000", "b001000000"], prompts: 2, bareHashes: 0 });
});

test("the connector finds the device through Ledger's kit, in a production build and under its policy @wallet", async ({
  page,
}) => {
  const ledger = new PluggedLedger(page);
  await ledger.install();
  const frame = new Frame(page);
  await page.goto("/");
  await frame.connectButton.click();
  await page.getByRole("dialog").getByRole("button", { name: "Ledger" }).click();
  await expect(frame.account(ACCOUNT)).toBeVisible();
  expect(await ledger.seen()).toMatchObject({
    prompts: 1,
    apdus: ["b001000000", "e002000015058000002c8000003c800000000000000000000000"],
  });
});

test("a deposit is signed on the device: its screens are listed in order, what they hide is said, a refusal loses nothing @wallet", async ({
  page,
  chain,
  devnet,
}) => {
  const ledger = new PluggedLedger(page);
  await ledger.install();
  const vault = vaultOf(devnet.deployment, "coveredCall");
  const vaultPage = new VaultPage(page);
  const review = new Review(page, /^Deposit 1\.50 ETH/);
  await vaultPage.open(vault);
  await ledger.set({ isBlindSigningOn: true, person: "waits" });
  await new Frame(page).connectButton.click();
  await page.getByRole("dialog").getByRole("button", { name: "Ledger" }).click();
  await expect(new Frame(page).account(ACCOUNT)).toBeVisible();
  const before = await holdings(chain, vault, ACCOUNT);
  await vaultPage.panel.getByRole("radio", { name: "Pay with ETH" }).check();
  await vaultPage.deposit("1.5");

  const guide = review.dialog.getByRole("region", { name: "On your Ledger" });
  await review.accept("Request deposit");
  await expect(guide).toBeVisible();
  const { screens } = await ledger.seen();
  const listed = await guide.getByRole("listitem").allTextContents();
  expect(listed).toEqual(screens.map(({ title, value }) => (value === null ? title : `${title} ${value}`)));
  await expect(guide).toContainText("neither what is called nor its amounts");
  await ledger.decide(false);
  await expect(review.alert).toContainText("You rejected it in your wallet. Nothing was sent, nothing was taken.");

  await review.dialog.getByRole("button", { name: "Try again" }).click();
  await review.accept("Request deposit");
  await expect(guide).toBeVisible();
  await ledger.decide(true);
  await followToConfirmation(page, { chain, subject: "Deposit request" });
  const after = await holdings(chain, vault, ACCOUNT);
  expect(after).toEqual({ ...before, requests: { ...before.requests, pendingDepositAssets: parseEther("1.5") } });
  expect(await ledger.seen()).toMatchObject({ bareHashes: 0 });
});
