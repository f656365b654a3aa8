import type { Page } from "@playwright/test";
import type { TestWallet } from "../fixtures/TestWallet";
import type { TestVault } from "../fixtures/vaultState";
import { Frame } from "./Frame";
import { Review } from "./Review";
import { VaultPage } from "./VaultPage";

/** What a deposit of 1,000 under review is handled by. */
export type ReviewedDeposit = { readonly vaultPage: VaultPage; readonly frame: Frame; readonly review: Review };

/** Opens the vault's page, connects the test's wallet and asks for a deposit of 1,000: its review is open, nothing is signed. */
export async function reviewDeposit(
  page: Page,
  { vault, wallet }: { readonly vault: TestVault; readonly wallet: TestWallet },
): Promise<ReviewedDeposit> {
  const vaultPage = new VaultPage(page);
  const frame = new Frame(page);
  await vaultPage.open(vault);
  await frame.connect(wallet.address);
  await vaultPage.deposit("1000");
  return { vaultPage, frame, review: new Review(page, /^Deposit 1,000\.00 USDC/) };
}
