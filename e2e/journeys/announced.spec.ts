import { expect, test } from "../fixtures/test";
import { untilLive } from "../fixtures/untilLive";
import { Frame } from "../pages/Frame";

/** Runs in the page: wallets that say hostile things of themselves, and one that takes the Ledger's name. */
function announceHostile() {
  const provider = { request: async () => [], on: () => undefined, removeListener: () => undefined };
  const wallets = [
    {
      name: `\u202ELive\u200B${"x".repeat(100_000)}`,
      rdns: "example.long",
      icon: "https://elsewhere.example/icon.png",
    },
    { name: "<img src=x onerror=alert(1)>", rdns: "example.markup", icon: "javascript:alert(1)" },
    { name: "Impostor", rdns: "xyz.ballast.ledger", icon: "data:image/png;base64,AAAA" },
  ];
  const say = () => {
    for (const [index, info] of wallets.entries()) {
      const detail = Object.freeze({ info: Object.freeze({ ...info, uuid: `hostile-${index}` }), provider });
      window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
    }
  };
  window.addEventListener("eip6963:requestProvider", say);
  say();
}

test("extensions are listed by cleaned names with pictures of their own, and none takes the place of ours", async ({
  page,
}) => {
  await page.addInitScript(announceHostile);
  await page.goto("/vaults");
  const frame = new Frame(page);
  await untilLive(frame.connectButton);
  await frame.connectButton.click();
  const list = page.getByRole("dialog");
  await expect(list.getByRole("button", { name: `Live${"x".repeat(27)}…` })).toBeVisible();
  await expect(list.getByRole("button", { name: "<img src=x onerror=alert(1)>" })).toBeVisible();
  await expect(list.getByRole("button", { name: "Ledger", exact: true })).toHaveCount(1);
  await expect(list.getByText("Impostor")).toHaveCount(0);
  expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
});
