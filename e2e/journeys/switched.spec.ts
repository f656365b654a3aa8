import type { Page } from "@playwright/test";
import type { TestWallet } from "../fixtures/TestWallet";
import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, partyOf, vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";
import { Review } from "../pages/Review";
import { VaultPage } from "../pages/VaultPage";

const [FIRST, SECOND] = [1, 2];
const OTHER_CHAIN = 1;
const PERMIT = "Sign permit for USDC";
const SIGNING = ["eth_signTypedData_v4", "eth_sendTransaction", "personal_sign"];

/** Simulations go through; `hold` leaves the next ones unanswered until what it returns is called. */
async function gateSimulations(page: Page, rpcUrl: string) {
  let open: Promise<void> = Promise.resolve();
  let reached = () => {};
  const isNode = (url: URL) => url.origin === new URL(rpcUrl).origin;
  await page.route(isNode, async (route) => {
    if (route.request().postData()?.includes("eth_simulateV1")) {
      reached();
      await open;
    }
    await route.fallback();
  });
  return () => {
    let release = () => {};
    open = new Promise<void>((resolve) => {
      release = resolve;
    });
    const isHeld = new Promise<void>((resolve) => {
      reached = resolve;
    });
    return { isHeld, release };
  };
}

/** Who was asked to sign, in order: the account that each question names. */
function signersAsked(wallet: TestWallet): readonly string[] {
  return wallet.requests
    .filter(({ method }) => SIGNING.includes(method))
    .map(({ method, params = [] }) =>
      String(method === "eth_sendTransaction" ? (params[0] as { from: string }).from : params[0]).toLowerCase(),
    );
}

test("account and network switched at each step: nothing is signed for the wrong one, nothing is sent twice, nothing of the one before is seen", {
  tag: "@wallet",
}, async ({ page, chain, devnet, wallet }) => {
  const { deployment } = devnet;
  const vault = vaultOf(deployment, "ironCondor");
  const vaultPage = new VaultPage(page);
  const frame = new Frame(page);
  const review = new Review(page, /^Deposit 1,000\.00 USDC/);
  const first = wallet.address;
  const second = partyOf(deployment, "portfolio");
  const [before, secondBefore] = [await holdings(chain, vault, first), await holdings(chain, vault, second)];
  const balance = vaultPage.panel.getByText("Balance 100,000.00 USDC");
  const wrongNetwork = page.getByRole("alert").filter({ hasText: "Wrong network." });
  const button = (name: string) => review.dialog.getByRole("button", { name });

  /** The other account for a while: it sees its own page, without the review and the news of the first one's write. */
  const asSecond = async (during: () => Promise<void> = async () => {}) => {
    await wallet.switchAccount(SECOND);
    await expect(frame.account(wallet.address)).toBeVisible();
    await expect(review.dialog).toHaveCount(0);
    await expect(balance).toHaveCount(0);
    await expect(frame.news(/Deposit request/)).toHaveCount(0);
    await during();
    await wallet.switchAccount(FIRST);
    await expect(frame.account(first)).toBeVisible();
  };
  const onOtherChain = async (during: () => Promise<void> = async () => {}) => {
    await wallet.switchChain(OTHER_CHAIN);
    await expect(wrongNetwork).toBeVisible();
    await during();
    await wallet.switchChain(deployment.chainId);
    await expect(wrongNetwork).toHaveCount(0);
  };
  const tryAgain = async (because: string) => {
    await expect(review.alert).toContainText(because);
    await button("Try again").click();
  };
  const askedToSend = () => wallet.asked("eth_sendTransaction");

  await test.step("while the form is typed", async () => {
    await vaultPage.open(vault);
    await frame.connect(first);
    await expect(balance).toBeVisible();
    await vaultPage.amount.fill("1000");
    await asSecond();
    await expect(balance).toBeVisible();
    await onOtherChain(() => expect(vaultPage.button("Switch to Local chain")).toBeVisible());
    await vaultPage.amount.fill("1000");
  });

  await test.step("while it is simulated", async () => {
    const hold = await gateSimulations(page, deployment.rpcUrl);
    let simulation = hold();
    await vaultPage.button("Review deposit").click();
    await simulation.isHeld;
    await asSecond(async () => simulation.release());
    await tryAgain("prepared for the one before");
    await expect(button(PERMIT)).toBeEnabled();
    await button("Cancel").click();

    simulation = hold();
    await vaultPage.button("Review deposit").click();
    await simulation.isHeld;
    await onOtherChain(async () => simulation.release());
    await tryAgain("another network");
  });

  await test.step("when it is simulated", async () => {
    await expect(button(PERMIT)).toBeEnabled();
    await asSecond();
    await tryAgain("prepared for the one before");
    await expect(button(PERMIT)).toBeEnabled();
    await onOtherChain(() => expect(button(PERMIT)).toHaveCount(0));
    await tryAgain("another network");
    expect(signersAsked(wallet)).toEqual([]);
  });

  await test.step("while the permit is on the wallet's screen", async () => {
    let answer = wallet.hold("eth_signTypedData_v4");
    await review.accept(PERMIT);
    await expect.poll(() => wallet.asked("eth_signTypedData_v4")).toBe(1);
    await onOtherChain(async () => {
      answer();
      await expect(review.alert).toContainText("Your wallet did not do it.");
    });
    expect(askedToSend()).toBe(0);
    await button("Try again").click();
    await expect(button(PERMIT)).toBeEnabled();
    answer = wallet.hold("eth_signTypedData_v4");
    await review.accept(PERMIT);
    await expect.poll(() => wallet.asked("eth_signTypedData_v4")).toBe(2);
    await asSecond(async () => {
      answer();
      await expect(vaultPage.position).toBeVisible();
      expect(askedToSend()).toBe(0);
      answer = wallet.hold("eth_sendTransaction");
    });
    await expect.poll(askedToSend).toBe(1);
    await test.step("and the transaction, which comes next", async () => {
      await asSecond();
      await onOtherChain();
      expect(askedToSend()).toBe(1);
    });
    await chain.withoutMining(async () => {
      await asSecond(async () => {
        answer();
        await expect.poll(() => wallet.sent.length).toBe(1);
      });
      await expect(frame.news("Deposit request sent")).toBeVisible();
      await test.step("while it waits for its block", async () => {
        await onOtherChain(() => expect(frame.news("Deposit request sent")).toBeVisible());
        await asSecond();
      });
    });
  });

  await test.step("when it is confirmed", async () => {
    await asSecond(() => chain.mine());
    await expect(frame.news("Deposit request confirmed")).toBeVisible();
    await asSecond(() => expect(vaultPage.position.getByText("1,000.00 USDC")).toHaveCount(0));
    await onOtherChain();
    await expect(vaultPage.position.getByText("1,000.00 USDC").first()).toBeVisible();
  });

  expect(new Set(signersAsked(wallet))).toEqual(new Set([first.toLowerCase()]));
  expect(wallet.sent).toHaveLength(1);
  expect(askedToSend()).toBe(1);
  const after = await holdings(chain, vault, first);
  expect(after).toEqual({
    assets: before.assets - 1_000_000_000n,
    shares: before.shares,
    requests: { ...NO_REQUESTS, pendingDepositAssets: 1_000_000_000n },
  });
  expect(await holdings(chain, vault, second)).toEqual(secondBefore);
});
