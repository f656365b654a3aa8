import { type Address, encodeFunctionData } from "viem";
import type { DevnetDeployment } from "@/devnet/DevnetDeployment";
import type { Chain } from "../fixtures/Chain";
import { expect, test } from "../fixtures/test";
import { partyOf, vaultOf } from "../fixtures/vaultState";
import { elsewhereOf } from "../independent/elsewhereOf";
import { holdingsOf, type PlainHolding } from "../independent/holdingsOf";
import { correlationOf, deltaOf, lossesUnder, worthOf } from "../independent/tailOf";
import { accountOf, accountsOf, buyersOf, optionTokensOf, tokensOf, WITHDRAW_LONG } from "../independent/walletOf";
import { PortfolioPage } from "../pages/PortfolioPage";

const SCENARIOS = 20_000;
const TAIL = SCENARIOS / 20;

test("figures of an address with shares, a request and a claim are those of another program, from the chain alone", async ({
  page,
  chain,
  devnet: { deployment },
}) => {
  const account = partyOf(deployment, "portfolio");
  await chain.setBalance(account, 3n * 10n ** 18n);
  await giveOption(chain, deployment, account);
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
  const ownOptions = await optionTokensOf(chain, deployment, { account, now });
  expect(ownOptions.flatMap(({ options }) => options.map(({ size }) => size))).toEqual([GIVEN]);
  const holdings = [...inVaults, ...elsewhere, ...ownOptions];
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
    const shares = [
      ...(await portfolio.shortfallShares()),
      ...(await portfolio.sharesElsewhere()),
      await portfolio.shareOfOwnOptions(),
    ];
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(shares.length);
  });

  await test.step("the wallet: its option as a line, its tokens only once they are counted", async () => {
    const [option] = ownOptions;
    await expect(portfolio.ownOptions.getByRole("row", { name: /^ETH \$[\d,]+ call/ })).toContainText(GIVEN.toFixed(4));
    await expect(portfolio.ownOptions.locator("tfoot")).toContainText(
      cents(worthOf(option ? [option] : [])).slice(0, -2),
    );
    const plain = await tokensOf(chain, deployment, account);
    await expect(portfolio.walletTokens.locator("tfoot")).toContainText(cents(worthOf(plain)));
    await page.getByRole("checkbox", { name: "Count these tokens" }).check();
    const all = [...holdings, ...plain];
    await expect(async () => {
      expect(Math.abs((await portfolio.netValue()) - worthOf(all))).toBeLessThan(2);
    }).toPass();
    for (const coin of ["ETH", "BTC"]) expect(await portfolio.delta(coin)).toBeCloseTo(deltaOf(all, coin), 2);
    await page.getByRole("checkbox", { name: "Count these tokens" }).uncheck();
    await expect(async () => {
      expect(Math.abs((await portfolio.netValue()) - worthOf(holdings))).toBeLessThan(2);
    }).toPass();
  });
});

test("a maker's page is worth what its margin accounts hold, by the same other program", async ({
  page,
  chain,
  devnet: { deployment },
}) => {
  const absent = { ok: false, reason: "unreachable", detail: "The option market does not answer." };
  await page.route("**/api/market/*", (route) => route.fulfill({ json: absent }));
  const [{ maker }] = await buyers(chain, deployment);
  const portfolio = new PortfolioPage(page);
  await portfolio.watch(maker);
  const rows = portfolio.ownOptions.locator("tbody tr");
  await expect(rows.filter({ hasText: "margin account, pays in ETH" })).not.toHaveCount(0, { timeout: 40_000 });
  await expect(rows.filter({ hasText: "margin account, pays in USDC" })).not.toHaveCount(0);
  const now = Number((await chain.client.getBlock()).timestamp);
  const accounts = await accountsOf(chain, deployment, { account: maker, now });
  const worth = worthOf(accounts);
  // A minute of time value, in millions.
  expect(Math.abs((await portfolio.netValue()) / worth - 1)).toBeLessThan(1e-4);
  for (const coin of ["ETH", "BTC"])
    expect(Math.abs((await portfolio.delta(coin)) / deltaOf(accounts, coin) - 1)).toBeLessThan(1e-3);
});

/** Options that a maker bought and gives away. */
const GIVEN = 2;

/** A maker takes options of a call vault's open epoch out of its account and makes them the account's own. */
async function giveOption(chain: Chain, deployment: DevnetDeployment, receiver: Address) {
  const [sale] = await buyers(chain, deployment);
  const { account, positions } = await accountOf(chain, deployment, sale);
  const long = positions.find(({ size }) => size > 0n);
  if (long === undefined) throw new Error("the maker is long of nothing");
  const args = [account, long.seriesId, BigInt(GIVEN) * 10n ** 18n, receiver] as const;
  const call = encodeFunctionData({ abi: WITHDRAW_LONG, functionName: "withdrawLong", args });
  await chain.sendAs(sale.maker, deployment.addresses.clearinghouse, call);
}

/** Who bought of the vault that sells calls on ETH against ETH. */
async function buyers(chain: Chain, deployment: DevnetDeployment) {
  const [first, ...others] = await buyersOf(chain, vaultOf(deployment, "coveredCall").address);
  if (first === undefined) throw new Error("nobody bought in this epoch");
  return [first, ...others] as const;
}

function cents(usd: number): string {
  return usd.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** Without an option market prices move at the mean volatility that the first vault's options of a coin were sold at. */
function soldVolatility(holdings: readonly PlainHolding[], coin: string): number {
  const first = holdings.find((holding) => holding.coin === coin && holding.options.length > 0);
  const sold = (first?.options ?? []).filter(({ size }) => size < 0);
  return sold.reduce((sum, { volatility }) => sum + volatility, 0) / sold.length;
}
