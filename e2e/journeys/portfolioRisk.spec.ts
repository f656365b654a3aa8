import { expect, test } from "../fixtures/test";
import { partyOf } from "../fixtures/vaultState";
import { elsewhereOf } from "../independent/elsewhereOf";
import { holdingsOf, type PlainHolding } from "../independent/holdingsOf";
import { correlationOf, deltaOf, lossesUnder, worthOf } from "../independent/tailOf";
import { PortfolioPage } from "../pages/PortfolioPage";

const SCENARIOS = 20_000;
const TAIL = SCENARIOS / 20;

test("figures of an address with shares, a request and a claim are those of another program, from the chain alone", async ({
  page,
  chain,
  devnet: { deployment },
}) => {
  const account = partyOf(deployment, "portfolio");
  const portfolio = new PortfolioPage(page);
  // Without the market, whose fit moves by the second, everything follows from the chain.
  const absent = { ok: false, reason: "unreachable", detail: "The option market does not answer." };
  await page.route("**/api/market/*", (route) => route.fulfill({ json: absent }));
  await portfolio.watch(account);
  await expect(page.getByText(/Options at the volatility of: .*fills/)).toBeVisible({ timeout: 40_000 });
  await expect(portfolio.stat("Shortfall (ES) 95%, 1 day")).toContainText("average of those days");
  await expect(portfolio.loss.getByText(/^20,000 scenarios, /)).toBeVisible({ timeout: 30_000 });

  const { timestamp } = await chain.client.getBlock();
  const now = Number(timestamp);
  const inVaults = await holdingsOf(chain, deployment, { account, now });
  const elsewhere = await elsewhereOf(chain, deployment, account);
  const holdings = [...inVaults, ...elsewhere];
  expect(elsewhere.map(({ coins, dollars }) => Math.sign(coins + dollars)).toSorted()).toEqual([-1, 1, 1]);

  await test.step("what is held, and how it moves", async () => {
    await expect(portfolio.requests.filter({ hasText: "Ready to claim" })).not.toHaveCount(0);
    await expect(portfolio.requests.filter({ hasText: "Pending deposit" })).not.toHaveCount(0);
    // The page counts the time since its block: a minute of theta is a quarter.
    expect(Math.abs((await portfolio.netValue()) - worthOf(holdings))).toBeLessThan(1);
    for (const coin of ["ETH", "BTC"]) expect(await portfolio.delta(coin)).toBeCloseTo(deltaOf(holdings, coin), 2);
  });

  await test.step("one cell of the map, every option revalued", async () => {
    const spots = new Map(holdings.map(({ coin, spot }) => [coin, spot * 0.8]));
    const change = worthOf(holdings, spots) - worthOf(holdings);
    expect(await portfolio.mapCell("now", 1)).toBe(`−$${(-change / 1_000).toFixed(1)}k`);
  });

  await test.step("the tail, by another generator, within 4 standard errors", async () => {
    const correlation = await correlationOf(chain, deployment, now);
    await expect(portfolio.loss).toContainText(`ETH and BTC correlated ${correlation.toFixed(2)}`);
    const volatilities = [soldVolatility(holdings, "ETH"), soldVolatility(holdings, "BTC")] as const;
    const losses = lossesUnder(holdings, { volatilities, correlation, years: 1 / 365 }, SCENARIOS);
    const shortfall = losses.slice(0, TAIL).reduce((sum, loss) => sum + loss, 0) / TAIL;
    const shown = await portfolio.tailFigures();
    // Both are estimates, of as many scenarios each.
    expect(Math.abs(shown.shortfall - shortfall)).toBeLessThan(4 * Math.SQRT2 * shown.shortfallError);
    expect(Math.abs(shown.valueAtRisk - (losses[TAIL] ?? Number.NaN))).toBeLessThan(
      4 * Math.SQRT2 * shown.valueAtRiskError,
    );
  });

  await test.step("shares of the shortfall add up", async () => {
    const shares = [...(await portfolio.shortfallShares()), ...(await portfolio.sharesElsewhere())];
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(shares.length);
  });
});

/** Without an option market prices move at the mean volatility that the first vault's options of a coin were sold at. */
function soldVolatility(holdings: readonly PlainHolding[], coin: string): number {
  const first = holdings.find((holding) => holding.coin === coin && holding.options.length > 0);
  const sold = (first?.options ?? []).filter(({ size }) => size < 0);
  return sold.reduce((sum, { volatility }) => sum + volatility, 0) / sold.length;
}
