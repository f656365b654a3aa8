import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodeFault } from "@/devnet/faults/NodeFault";
import { type FaultyNode, startFaultyNode } from "@/devnet/faults/startFaultyNode";
import { startWebServer } from "@/devnet/processes/webServer";
import { test as base, expect } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { Review } from "../pages/Review";
import { reviewDeposit } from "../pages/reviewDeposit";
import type { VaultPage } from "../pages/VaultPage";

type NodeFixtures = {
  /** How many nodes the app is set up with. */
  readonly nodeCount: number;
  readonly nodes: readonly FaultyNode[];
};

/** The app with nodes of its own before the chain, whose faults change while the page lives. */
const test = base.extend<NodeFixtures>({
  nodeCount: [1, { option: true }],

  nodes: async ({ devnet, nodeCount }, use) => {
    const nodes = await Promise.all(Array.from({ length: nodeCount }, () => startFaultyNode(devnet.rpcUrl)));
    await use(nodes);
    await Promise.all(nodes.map((node) => node.stop()));
  },

  baseURL: async ({ devnet, nodes, profile }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "ballast-nodes-"));
    const deploymentPath = join(folder, "deployment.json");
    writeFileSync(deploymentPath, JSON.stringify({ ...devnet.deployment, rpcUrls: nodes.map(({ url }) => url) }));
    const server = await startWebServer({ profile, deploymentPath });
    await use(server.url);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

const READ_ONLY = "Read-only: a contract is not what was published";
const SIGNING = /^(Sign|Approve|Reset|Request|Deposit)/;

test.beforeEach(({ watch }) => {
  watch.allow(/request to another origin: http:\/\/127\.0\.0\.1:\d+/);
  watch.allow(/Failed to load resource/);
});

/** Asks for the same deposit again, which must be refused with these words, and puts the review away. */
async function expectRefused(vaultPage: VaultPage, words: readonly (string | RegExp)[]) {
  const review = new Review(vaultPage.page, /^Deposit 1,000\.00 USDC/);
  await vaultPage.button("Review deposit").click();
  for (const word of words) await expect(review.alert).toContainText(word);
  await expect(review.dialog.getByRole("button", { name: SIGNING })).toHaveCount(0);
  await review.dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(review.dialog).toHaveCount(0);
}

test.describe("one node", () => {
  const FAILURES: readonly (readonly [NodeFault, string, string])[] = [
    ["down", "The chain cannot be read.", "No RPC node answered."],
    ["rateLimited", "The chain is read more slowly.", "takes no more requests for now"],
    ["serverError", "The chain cannot be read.", "No RPC node answered."],
    ["truncated", "An answer makes no sense.", "answer makes no sense"],
    ["html", "An answer makes no sense.", "answer makes no sense"],
    ["wrongChainId", "The RPC node belongs to another chain.", "belongs to another chain"],
  ];

  test("that fails is told on the page and in the review, and nothing can be signed; other code makes the page read-only", {
    tag: "@wallet",
  }, async ({ page, chain, devnet, wallet, nodes }) => {
    test.setTimeout(240_000);
    const [node] = nodes;
    const vault = vaultOf(devnet.deployment, "ironCondor");
    const { vaultPage, review } = await reviewDeposit(page, { vault, wallet });
    await expect(review.dialog.getByText(`One RPC node alone says so: ${node?.host}.`)).toBeVisible();
    await review.dialog.getByRole("button", { name: "Cancel" }).click();

    const main = page.getByRole("main");
    for (const [fault, onPage, inReview] of FAILURES) {
      await node?.setFault(fault);
      await expect(main.getByText(onPage), fault).toBeVisible();
      await expect(main.getByText(/These figures were read .* ago/), fault).toBeVisible();
      await expectRefused(vaultPage, ["This could not be prepared.", inReview, "Nothing was signed."]);
    }

    // The node is well again, and no block comes.
    await node?.setFault("none");
    await expect(main.getByText(/These figures were read/)).toHaveCount(0);

    await node?.setFault("wrongCode");
    await chain.mine();
    await expectRefused(vaultPage, ["A contract is not what was published."]);
    await page.reload();
    await expect(vaultPage.panel.getByRole("alert")).toContainText("so this page only reads");
    await expect(vaultPage.button(READ_ONLY)).toHaveAttribute("aria-disabled", "true");
    await vaultPage.panel.getByRole("tab", { name: "Withdraw" }).click();
    await expect(vaultPage.button(READ_ONLY)).toHaveAttribute("aria-disabled", "true");
    await page.goto("/trust");
    const contracts = page.getByRole("table", { name: "Contracts" });
    await expect(contracts.getByText("Code as published").first()).toBeVisible();
    await expect(page.getByText("Other code than published")).toHaveCount(1);

    await node?.setFault("missingLogs");
    await vaultPage.open(vault);
    await expect(main.getByText("The vault’s history is not whole.")).toBeVisible();
    await expect(main).toContainText(/leave out (epochs? )?\d/);
    expect(wallet.asked("eth_signTypedData_v4") + wallet.asked("eth_sendTransaction")).toBe(0);
  });
});

test.describe("two nodes", () => {
  test.use({ nodeCount: 2 });

  test("that do not say the same are named with what each says, and nothing can be signed until they do", {
    tag: "@wallet",
  }, async ({ page, chain, devnet, wallet, nodes }) => {
    test.setTimeout(240_000);
    const [first, second] = nodes as readonly [FaultyNode, FaultyNode];
    const vault = vaultOf(devnet.deployment, "ironCondor");
    const { vaultPage, review } = await reviewDeposit(page, { vault, wallet });
    await expect(
      review.dialog.getByText(`2 of 2 RPC nodes say the same: ${first.host}, ${second.host}.`),
    ).toBeVisible();
    await review.dialog.getByRole("button", { name: "Cancel" }).click();

    const held = await chain.tokenBalance(vault.asset, wallet.address);
    const balance = new RegExp(`^Balance ${(held / 1_000_000n).toLocaleString("en-US")}\\b`);
    const differ = "The RPC nodes do not say the same.";
    await first.setFault("wrongAllowance");
    await chain.mine();
    await expect(vaultPage.panel.getByText(differ)).toBeVisible();
    await expectRefused(vaultPage, [differ, "About your allowance", `${second.host} says 0`]);

    await first.setFault("wrongBalance");
    await chain.mine();
    await expect(vaultPage.panel.getByText(/About (a balance|the contract’s getEthBalance)/)).toBeVisible();
    await expect(vaultPage.panel.getByText(balance)).toBeVisible();

    await first.setFault("stale");
    for (let block = 0; block < 8; block += 1) await chain.mine();
    await expect(vaultPage.panel.getByText(/About the newest block/)).toBeVisible();
    await expectRefused(vaultPage, [differ, /says block \d+.*says block \d+/]);

    await first.setFault("down");
    await chain.mine();
    await expect(vaultPage.panel.getByText("Too few RPC nodes answer.")).toBeVisible();
    await expectRefused(vaultPage, ["Too few RPC nodes answer.", `${first.host} did not answer`]);
    expect(wallet.asked("eth_signTypedData_v4") + wallet.asked("eth_sendTransaction")).toBe(0);

    await first.setFault("none");
    await chain.mine();
    await expect(vaultPage.panel.getByText("Too few RPC nodes answer.")).toHaveCount(0);
    await vaultPage.button("Review deposit").click();
    await review.accept("Sign permit for USDC");
    await expect.poll(() => wallet.asked("eth_sendTransaction")).toBe(1);
  });
});
