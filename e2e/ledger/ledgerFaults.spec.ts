import { PUBLISHED_MNEMONIC } from "@/lib/config/publishedMnemonic";
import { expect } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { LedgerDialog } from "../pages/LedgerDialog";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";
import type { Knobs } from "./EmulatedLedger";
import { test } from "./ledgerTest";

const ACCOUNT = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const OTHER_SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow";

type Fault = {
  readonly name: string;
  readonly knobs: Partial<Knobs>;
  readonly mended: Partial<Knobs>;
  /** It is plugged in anew with the fault, so that the page opens it again. */
  readonly isReplugged?: boolean;
  readonly says: string;
  readonly next: string;
};

/** What the device says at once, one after the other. */
const FAULTS: readonly Fault[] = [
  {
    name: "locked",
    knobs: { isLocked: true },
    mended: { isLocked: false },
    says: "Your Ledger is locked.",
    next: "Enter its PIN",
  },
  {
    name: "no app",
    knobs: { appName: "BOLOS" },
    mended: { appName: "Ethereum" },
    says: "The Ethereum app is not open.",
    next: "Open the Ethereum app on the device",
  },
  {
    name: "wrong app",
    knobs: { appName: "Bitcoin" },
    mended: { appName: "Ethereum" },
    says: "Another app is open on your Ledger.",
    next: "Leave that app",
  },
  {
    name: "blind signing off",
    knobs: { isBlindSigningOn: false },
    mended: { isBlindSigningOn: true },
    says: "Your Ledger refuses what it cannot show.",
    next: "switch “Blind signing” on",
  },
  {
    name: "a lie: signs something else",
    knobs: { isLying: true },
    mended: { isLying: false },
    says: "The signature is not your account's.",
    next: "Do not try again before you know why",
  },
  {
    name: "old app",
    knobs: { version: "1.13.9" },
    mended: { version: "1.23.0-dev" },
    isReplugged: true,
    says: "The Ethereum app is too old.",
    next: "Update the Ethereum app in Ledger Live.",
  },
  {
    name: "held elsewhere",
    knobs: { isHeld: true },
    mended: { isHeld: false },
    isReplugged: true,
    says: "Your Ledger is in use elsewhere.",
    next: "Close that one",
  },
  {
    name: "another seed",
    knobs: { mnemonic: OTHER_SEED },
    mended: { mnemonic: PUBLISHED_MNEMONIC },
    isReplugged: true,
    says: "This Ledger holds another account.",
    next: "Use the device, or the passphrase, that you connected with.",
  },
];

/** What leaves the page without an answer. */
const SILENCES: readonly (readonly [string, Partial<Knobs>, Partial<Knobs>])[] = [
  ["slow", { isMute: true }, { isMute: false }],
  ["garbage", { noise: "instead" }, { noise: "none" }],
  ["another channel", { noise: "otherChannel" }, { noise: "none" }],
];

test("every fault of a Ledger has its sentence and its next step, sends nothing, and the same review goes on @wallet", async ({
  page,
  chain,
  devnet,
  ledger,
}) => {
  await page.clock.install();
  const vault = vaultOf(devnet.deployment, "coveredCall");
  const vaultPage = new VaultPage(page);
  const review = new Review(page, /^Deposit 1\.50 ETH/);
  await vaultPage.open(vault);
  await new LedgerDialog(page).connect(ACCOUNT);
  const nonce = await chain.client.getTransactionCount({ address: ACCOUNT });
  await vaultPage.panel.getByRole("radio", { name: "Pay with ETH" }).check({ force: true });
  await vaultPage.deposit("1.5");
  await review.accept("Show my address on the Ledger");
  const button = review.dialog.getByRole("button", { name: "Request deposit" });
  await expect(button).toBeVisible();
  // The rest after each answer on the device's screen is waited for in the journey with a Ledger.
  await page.clock.fastForward(3_500);

  const again = async () => {
    await expect(review.alert).not.toContainText(/undefined|null/);
    await review.dialog.getByRole("button", { name: "Try again" }).click();
    await expect(button).toBeVisible();
  };

  for (const { name, knobs, mended, isReplugged, says, next } of FAULTS) {
    await test.step(name, async () => {
      if (isReplugged) await ledger.replug(knobs);
      else await ledger.set(knobs);
      await review.accept("Request deposit");
      await expect(review.alert).toContainText(says);
      await expect(review.alert).toContainText(next);
      if (isReplugged) await ledger.replug(mended);
      else await ledger.set(mended);
      await page.clock.fastForward(3_500);
      await again();
    });
  }

  for (const [name, knobs, mended] of SILENCES) {
    await test.step(name, async () => {
      const { apdus } = await ledger.seen();
      await ledger.set(knobs);
      await review.accept("Request deposit");
      await expect.poll(async () => (await ledger.seen()).apdus.length).toBeGreaterThan(apdus.length);
      await page.clock.fastForward(10_000);
      await expect(review.alert).toContainText("Your Ledger did not answer.");
      await expect(review.alert).toContainText("Look at its screen");
      await ledger.set(mended);
      await again();
    });
  }

  for (const frames of [1, 4]) {
    await test.step(`unplugged at frame ${frames}`, async () => {
      await ledger.set({ unplugAtFrame: (await ledger.seen()).frames + frames });
      await review.accept("Request deposit");
      await expect(review.alert).toContainText("Your Ledger is not plugged in.");
      await expect(review.alert).toContainText("Plug it in, unlock it, open the Ethereum app");
      await ledger.set({ unplugAtFrame: null });
      await ledger.plug();
      await again();
    });
  }

  await test.step("rejected on the device", async () => {
    await ledger.set({ person: { refusesAt: 1 } });
    await review.accept("Request deposit");
    await expect(review.alert).toContainText("You rejected it in your wallet. Nothing was sent, nothing was taken.");
    await ledger.set({ person: "confirms" });
    await page.clock.fastForward(3_500);
    await again();
  });

  expect(await chain.client.getTransactionCount({ address: ACCOUNT, blockTag: "pending" })).toBe(nonce);
  await test.step("then the one deposit is sent", async () => {
    await review.accept("Request deposit");
    await followToConfirmation(page, { chain, subject: "Deposit request" });
    expect(await chain.client.getTransactionCount({ address: ACCOUNT })).toBe(nonce + 1);
    expect(await ledger.seen()).toMatchObject({ bareHashes: 0 });
  });
});
