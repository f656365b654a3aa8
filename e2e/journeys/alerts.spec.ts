import { localChain } from "@/devnet/chain/LocalChain";
import type { DevnetDeployment } from "@/devnet/DevnetDeployment";
import { postStates, readMarket } from "@/devnet/prices/liveMarket";
import { jumpToNextExpiry } from "@/devnet/timeMachine/jumpToNextExpiry";
import { expect, test } from "../fixtures/test";
import { AlertsPanel } from "../pages/AlertsPanel";
import { Frame } from "../pages/Frame";
import { PortfolioPage } from "../pages/PortfolioPage";

/** Holds shares, a loan, requests and claims. */
const DEPOSITOR = 2;
const NEAR = "The loan at Aave v3 is near liquidation";
const SHORTFALL = "A bad day would cost more than your bound";

/** The price of every coin becomes so many times itself at once. */
async function move({ rpcUrl, ...deployment }: DevnetDeployment, times: number) {
  const chain = localChain(rpcUrl);
  const { state, now } = await readMarket(chain, deployment);
  const moved = {
    ETH: { ...state.ETH, price: times * state.ETH.price },
    BTC: { ...state.BTC, price: times * state.BTC.price },
  };
  const updatedAt = now + 60n;
  await postStates(chain, deployment, { states: [{ state: moved, updatedAt }], timestamp: updatedAt });
}

test("each kind of alert comes true on the chain, is on the page and told by the browser, once", async ({
  page,
  devnet,
  wallet,
}) => {
  test.setTimeout(120_000);
  const { deployment } = devnet;
  const panel = new AlertsPanel(page);
  const told = await panel.listen();
  const timesTold = (title: string | RegExp) => told.filter((one) => one.match(title) !== null).length;
  await wallet.switchAccount(DEPOSITOR);
  await new PortfolioPage(page).open();
  await new Frame(page).connect(wallet.address);
  await panel.arrive();

  await test.step("what is true already is told with the wish; what is not yet, is not", async () => {
    await expect(panel.region).toContainText("The browser notifies you while this page is open.");
    await expect(panel.alerts).toHaveText(["Nothing to tell now."]);
    await panel.bound(/^A loan's coin this near/).fill("20");
    await panel.choice("An epoch of a vault held is settled").check();
    await panel.choice("Something can be claimed").check();
    await panel.bound(/^One-day shortfall over/).fill("0.1");
    await expect(panel.alerts.filter({ hasText: SHORTFALL })).toContainText("you asked to be told over 0.1%");
    await expect(panel.alerts.filter({ hasText: "can be taken" })).not.toHaveCount(0);
    await expect.poll(() => timesTold(SHORTFALL)).toBe(1);
    expect(timesTold(/can be taken/)).toBe(await panel.alerts.filter({ hasText: "can be taken" }).count());
    expect(timesTold(NEAR)).toBe(0);
  });

  const before = [...told];
  await test.step("after a reload the wishes are kept, and nothing is told again", async () => {
    await page.reload();
    await panel.arrive();
    await expect(panel.bound(/^A loan's coin this near/)).toHaveValue("20");
    await expect(panel.choice("Something can be claimed")).toBeChecked();
    await expect(panel.alerts.filter({ hasText: SHORTFALL })).toBeVisible();
    expect(told).toEqual(before);
  });

  await test.step("a fall of the prices brings the loan near its liquidation", async () => {
    await move(deployment, 0.8);
    await page.reload();
    await panel.arrive();
    const near = panel.alerts.filter({ hasText: NEAR });
    await expect(near).toContainText(/falling (alone|together) by 1\d\.\d% would let anybody liquidate the loan\./);
    await expect.poll(() => timesTold(NEAR)).toBe(1);
  });

  await test.step("it recovers, and a second fall is told again", async () => {
    const near = panel.alerts.filter({ hasText: NEAR });
    await move(deployment, 1.25);
    await page.reload();
    await panel.arrive();
    await expect(near).toHaveCount(0);
    await move(deployment, 0.8);
    await page.reload();
    await panel.arrive();
    await expect(near).toBeVisible();
    await expect.poll(() => timesTold(NEAR)).toBe(2);
  });

  await test.step("the epochs settle while the page is open", async () => {
    await jumpToNextExpiry({ rpcUrl: deployment.rpcUrl, deployment });
    const settled = panel.alerts.filter({ hasText: /ETH Iron Condor: epoch \d+ is settled/ });
    await expect(settled).toBeVisible({ timeout: 30_000 });
    await expect.poll(() => timesTold(/^ETH Iron Condor: epoch \d+ is settled/)).toBe(1);
    await page.reload();
    await panel.arrive();
    await expect(settled).toBeVisible();
    expect(timesTold(/^ETH Iron Condor: epoch \d+ is settled/)).toBe(1);
    expect(timesTold(SHORTFALL)).toBe(1);
  });
});
