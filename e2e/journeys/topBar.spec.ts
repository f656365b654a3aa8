import { parseAbi } from "viem";
import { axeViolations } from "../accessibility/axeViolations";
import { expect, test } from "../fixtures/test";

const FEED = parseAbi([
  "function latestRoundData() view returns (uint80, int256 answer, uint256, uint256, uint80)",
  "function decimals() view returns (uint8)",
]);
const CENTS = { ETH: 2, BTC: 0 } as const;

test("the bar shows what the feeds of ETH and BTC say, and how old it is, on every page", async ({
  page,
  devnet,
  chain,
}) => {
  for (const path of ["/vaults", "/choose", "/trust"]) {
    await page.goto(path);
    const bar = page.getByRole("banner");
    for (const coin of ["ETH", "BTC"] as const) {
      const feed = devnet.deployment.feeds.find(({ description }) => description.startsWith(`${coin} /`));
      if (feed === undefined) throw new Error(`the deployment names no feed of ${coin}`);
      const [, answer] = await chain.client.readContract({
        address: feed.feed,
        abi: FEED,
        functionName: "latestRoundData",
      });
      const decimals = await chain.client.readContract({ address: feed.feed, abi: FEED, functionName: "decimals" });
      const digits = CENTS[coin];
      const dollars = (Number(answer) / 10 ** decimals).toLocaleString("en-US", {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      await expect(bar.getByText(`${coin} $${dollars}`, { exact: true }), path).toBeVisible();
    }
    await expect(bar.getByText(/\d+ (s|min|h|days) ago|just now/), path).toBeVisible();
  }
});

test("an address that names nothing is told so once, under one bar, with a way back", async ({ page, watch }) => {
  watch.allow(/status of 404/);
  for (const [path, words] of [
    ["/vaults/1/0x00", "There is no such vault"],
    ["/no-such-page", "There is no page at this address"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: words }), path).toHaveCount(1);
    await expect(page.getByRole("banner"), path).toHaveCount(1);
    await expect(page.getByRole("main"), path).toHaveCount(1);
    expect(await axeViolations(page), path).toEqual([]);
  }
  await page.getByRole("main").getByRole("link", { name: "Browse vaults" }).click();
  await expect(page).toHaveURL(/\/vaults$/);
});
