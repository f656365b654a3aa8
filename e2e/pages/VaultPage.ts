import { expect, type Page } from "@playwright/test";
import type { Address } from "viem";
import { VaultPanel } from "./VaultPanel";

/** One vault's page, by its address. */
export class VaultPage extends VaultPanel {
  constructor(readonly page: Page) {
    super(page);
  }

  async open(vault: { readonly chainId: number; readonly address: Address }) {
    await this.page.goto(`/vaults/${vault.chainId}/${vault.address}`);
    await expect(this.panel.getByRole("tab", { name: "Deposit" })).toBeVisible();
  }
}
