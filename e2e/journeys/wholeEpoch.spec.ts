import { assetsFor, lastSettlement, sharesFor } from "../fixtures/settlement";
import { expect, test } from "../fixtures/test";
import { holdings, NO_REQUESTS, partyOf, vaultOf } from "../fixtures/vaultState";
import { LocalBar } from "../pages/LocalBar";
import { followToConfirmation, Review } from "../pages/Review";
import { VaultListPage } from "../pages/VaultListPage";
import { VaultPage } from "../pages/VaultPage";

// Here dialogs slide in as they do for a reader who has not asked pages to stand still.
test.use({ profile: "local", contextOptions: { reducedMotion: "no-preference" } });

/** 12,345.678901 USDC: no round number in any of the token's decimals. */
const TEXT = "12345.678901";
const DEPOSITED = 12_345_678_901n;

test("a newcomer deposits with a permit, lives through two epochs and leaves with every unit that is due", async ({
  page,
  chain,
  devnet,
}) => {
  const vault = vaultOf(devnet.deployment, "cashSecuredPut");
  const newcomer = partyOf(devnet.deployment, "demo");
  const local = new LocalBar(page);
  const vaultPage = new VaultPage(page);
  const mine = () => holdings(chain, vault, newcomer);
  const { assets: beginning } = await mine();

  await test.step("from the list to the vault", async () => {
    const list = new VaultListPage(page);
    await list.open();
    await list.choose("ETH Cash-Secured Put");
    await local.connect("Newcomer");
  });

  await test.step("deposit by one permit and one transaction", async () => {
    await vaultPage.deposit(TEXT);
    await new Review(page, /^Deposit 12,345\.67 USDC/).accept("Sign permit for USDC");
    await local.sign("Permit");
    await local.sign("Transaction");
    await followToConfirmation(page, { chain, subject: "Deposit request" });
    const requests = { ...NO_REQUESTS, pendingDepositAssets: DEPOSITED };
    expect(await mine()).toEqual({ assets: beginning - DEPOSITED, shares: 0n, requests });
  });

  /** Claims what the end of an epoch made ready. */
  const claim = async (button: string) => {
    await vaultPage.request("Claim").click();
    await new Review(page, /^Claim /).accept(button);
    await local.sign("Transaction");
    await followToConfirmation(page, { chain, subject: "Claim" });
  };

  const shares = await test.step("the epoch ends; claim the shares", async () => {
    await local.jump();
    const due = sharesFor(DEPOSITED, await lastSettlement(chain, vault));
    await claim("Claim shares");
    expect(await mine()).toEqual({ assets: beginning - DEPOSITED, shares: due, requests: NO_REQUESTS });
    return due;
  });

  await test.step("ask for all of it back", async () => {
    await vaultPage.withdrawAll();
    await new Review(page, /^Withdraw /).accept("Request withdrawal");
    await local.sign("Transaction");
    await followToConfirmation(page, { chain, subject: "Withdrawal request" });
    const requests = { ...NO_REQUESTS, pendingRedeemShares: shares };
    expect(await mine()).toEqual({ assets: beginning - DEPOSITED, shares: 0n, requests });
  });

  await test.step("the next epoch ends; claim the assets", async () => {
    await local.jump();
    const due = assetsFor(shares, await lastSettlement(chain, vault));
    await claim("Claim USDC");
    expect(await mine()).toEqual({ assets: beginning - DEPOSITED + due, shares: 0n, requests: NO_REQUESTS });
    await expect(vaultPage.position).toBeHidden();
  });
});
