import type { Page } from "@playwright/test";
import { formatEther } from "viem";
import { axeViolations } from "../accessibility/axeViolations";
import { expect } from "../fixtures/test";
import { partyOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { LedgerDialog } from "../pages/LedgerDialog";
import { test } from "./ledgerTest";

/** Words that stand only in the code for hardware: Ledger's kit, our session, its dialog. */
const HARDWARE = ["live.ledger.com", "skipOpenApp", "The device is held elsewhere.", "Find my device"];

/** Which of the words stand in the scripts that the page has loaded so far. */
function hardwareIn(page: Page) {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.text().catch(() => ""));
  });
  return {
    count: () => bodies.length,
    words: async () => {
      const text = (await Promise.all(bodies)).join("\n");
      return HARDWARE.filter((word) => text.includes(word));
    },
  };
}

/** Multicalls that ask for the balance of an address. */
function callsAbout(page: Page, address: string) {
  const calls: string[] = [];
  page.on("request", (request) => {
    const body = request.method() === "POST" ? (request.postData() ?? "") : "";
    if (body.toLowerCase().includes(address.slice(2).toLowerCase())) calls.push(body);
  });
  return calls;
}

async function tabTo(page: Page, name: string) {
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  for (let step = 0; step < 20 && (await focused()) !== name; step += 1) await page.keyboard.press("Tab");
  expect(await focused()).toBe(name);
}

test("by keyboard from the plug to the second account: what is in the way is said, and it goes on by itself @wallet", async ({
  page,
  chain,
  devnet,
  ledger,
}) => {
  const scripts = hardwareIn(page);
  const dialog = new LedgerDialog(page);
  const frame = new Frame(page);
  const second = partyOf(devnet.deployment, "demo");
  const calls = callsAbout(page, second);
  await page.goto("/vaults");
  await page.waitForLoadState("networkidle");
  expect(scripts.count()).toBeGreaterThan(5);
  expect(await scripts.words()).toEqual([]);

  await test.step("turning back loses nothing", async () => {
    await dialog.open();
    await expect(dialog.titled("Connect your Ledger")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog.titled("Connect your Ledger")).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(frame.connectButton).toBeVisible();
    expect(await ledger.seen()).toMatchObject({ prompts: 0, apdus: [] });
  });

  await test.step("each state in the way has its title, and the next follows without a press", async () => {
    await ledger.set({ isHeld: true });
    await dialog.open();
    await tabTo(page, "Find my device");
    await page.keyboard.press("Enter");
    await expect(dialog.titled("Your Ledger is in use elsewhere")).toBeVisible();
    await ledger.set({ isHeld: false, isLocked: true });
    await expect(dialog.titled("Unlock your Ledger")).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await ledger.set({ isLocked: false, appName: "BOLOS" });
    await expect(dialog.titled("Open the Ethereum app")).toBeVisible();
    await ledger.set({ appName: "Bitcoin" });
    await expect(dialog.titled("Leave the Bitcoin app")).toBeVisible();
    await ledger.set({ appName: "Ethereum", version: "1.13.9" });
    await expect(dialog.titled("Update the Ethereum app")).toBeVisible();
    await ledger.unplug();
    await expect(dialog.titled("Your Ledger is not plugged in")).toBeVisible();
    await ledger.set({ version: "1.23.0-dev" });
    await ledger.plug();
    await expect(dialog.titled("Choose an account")).toBeVisible();
  });

  await test.step("five accounts with what they have, five more, another numbering", async () => {
    await expect(page.getByRole("radio", { name: /m\/44'\/60'/ })).toHaveCount(5);
    await tabTo(page, "Show 5 more");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("radio", { name: /m\/44'\/60'\/9'\/0\/0/ })).toBeVisible();
    await page.getByRole("radio", { name: "Ledger Live" }).focus();
    await page.keyboard.press("ArrowRight");
    const balance = Number(formatEther(await chain.client.getBalance({ address: second })));
    await expect(dialog.account(second)).toHaveAccessibleName(
      new RegExp(`${Math.floor(balance).toLocaleString("en-US")}\\.\\d+ ETH in no vault m/44'/60'/0'/0/1`),
    );
    await expect(dialog.account(partyOf(devnet.deployment, "portfolio"))).toHaveAccessibleName(/USDC.* vaults/);
    expect(calls).toHaveLength(1);
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step("the second one, by its arrow key", async () => {
    await page.getByRole("radio", { name: "BIP-44" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await expect(dialog.account(second)).toBeChecked();
    await tabTo(page, "Use this account");
    await page.keyboard.press("Enter");
    await expect(frame.account(second)).toBeVisible();
    expect(await ledger.seen()).toMatchObject({ prompts: 1, screens: [], bareHashes: 0 });
  });

  await test.step("a reload knows the account and asks no device; the code for it came on demand", async () => {
    expect(await scripts.words()).toEqual(HARDWARE);
    await page.reload();
    await expect(frame.account(second)).toBeVisible();
    expect(await ledger.seen()).toMatchObject({ prompts: 0, apdus: [] });
  });
});

test("a browser without WebHID is told so, with what to use instead @wallet", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "hid", { value: undefined }));
  await page.goto("/vaults");
  const dialog = new LedgerDialog(page);
  await dialog.open();
  await expect(dialog.titled("This browser cannot talk to a Ledger")).toContainText("Chrome, Edge, Brave or Opera");
  await dialog.cancelButton.click();
  await expect(dialog.titled("This browser cannot talk to a Ledger")).toBeHidden();
});
