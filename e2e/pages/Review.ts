import { expect, type Locator } from "@playwright/test";
import type { Chain } from "../fixtures/Chain";
import { Frame, type Screen } from "./Frame";

/** The review of a write: every step decoded, what the simulation found, one button. */
export class Review {
  readonly dialog: Locator;

  constructor(
    readonly page: Screen,
    title: string | RegExp,
  ) {
    this.dialog = page.getByRole("dialog", { name: title });
  }

  /** Presses the button once the simulation succeeded. */
  async accept(button: string | RegExp) {
    await expect(this.dialog.getByText(/succeeds, and moves what is shown/)).toBeVisible();
    await this.dialog.getByRole("button", { name: button }).click();
  }

  get alert(): Locator {
    return this.dialog.getByRole("alert");
  }
}

/** Follows a write that was sent until it is confirmed: two blocks, the second of which a test has to make. */
export async function followToConfirmation(
  page: Screen,
  { chain, subject }: { readonly chain: Chain; readonly subject: string },
) {
  const frame = new Frame(page);
  await expect(frame.news(new RegExp(`${subject} is in block`))).toBeVisible();
  await chain.mine();
  const done = frame.news(`${subject} confirmed`);
  await expect(done).toBeVisible();
  await done.getByRole("button", { name: /^Dismiss/ }).click();
}
