import { startFaultyNode } from "@/devnet/faults/startFaultyNode";
import { axeViolationsInBothThemes } from "../accessibility/axeViolations";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { reviewDeposit } from "../pages/reviewDeposit";
import { SettingsPage } from "../pages/SettingsPage";

test("a node of one's own is tried, taken, watched by the others, and forgotten; pages reach no other origin", {
  tag: "@wallet",
}, async ({ page, devnet, wallet, watch }) => {
  const node = await startFaultyNode(devnet.rpcUrl);
  watch.allow(new RegExp(`request to another origin: ${node.url}`));
  watch.allow(/Failed to load resource|blocked by CORS policy/);
  const settings = new SettingsPage(page);
  const connections = async () => {
    const policy = (await page.request.get("/settings")).headers()["content-security-policy"] ?? "";
    return policy.split("; ").find((directive) => directive.startsWith("connect-src"));
  };
  try {
    await settings.open();
    const before = await connections();
    expect(before).not.toContain(node.url);

    await settings.node.try("javascript:alert(1)");
    await expect(page.getByText("This is no address of a node.")).toBeVisible();
    await settings.node.try("http://rpc.example");
    await expect(page.getByText("Over http anybody on the way can change the answers.")).toBeVisible();

    await node.setFault("wrongChainId");
    await settings.node.try(`${node.url}/v2/key`);
    const trial = settings.node.trial(node.host);
    await expect(trial.getByText("This node serves another chain.")).toBeVisible();
    await expect(trial.getByRole("button", { name: "Use this node" })).toHaveCount(0);
    expect(await connections()).toBe(`${before} ${node.url}`);
    await node.setFault("html");
    await trial.getByRole("button", { name: "Try again" }).click();
    await expect(trial.getByText("This is no node.")).toBeVisible();
    await node.setFault("none");
    await trial.getByRole("button", { name: "Try again" }).click();
    await expect(trial.getByRole("heading", { name: `${node.host} passed` })).toBeVisible();
    expect(await axeViolationsInBothThemes(page)).toEqual([]);

    await settings.node.take(node.host, /As witnesses|with the app’s nodes/i);
    await expect(page.getByText("is asked before the app’s own nodes.")).toBeVisible();
    await expect(settings.kept).toContainText("Your RPC node, with its key");
    const cookies = await page.context().cookies();
    expect(cookies.find(({ name }) => name === "own-nodes")).toMatchObject({ value: node.url, httpOnly: true });

    const { review } = await reviewDeposit(page, { vault: vaultOf(devnet.deployment, "ironCondor"), wallet });
    await expect(review.dialog).toContainText(node.host);
    await review.dialog.getByRole("button", { name: "Cancel" }).click();
    expect(node.asked).toContain("eth_call");

    await settings.open();
    await page.getByRole("button", { name: "Forget this node" }).click();
    await expect(page.getByRole("button", { name: "Forget this node" })).toHaveCount(0);
    expect(await connections()).toBe(before);
  } finally {
    await node.stop();
  }
});

test("the theme is chosen, kept, given back to the system; everything kept is removed", async ({ page }) => {
  const settings = new SettingsPage(page);
  const html = page.locator("html");
  await page.emulateMedia({ colorScheme: "dark" });
  await settings.open();
  await page.getByRole("radio", { name: "Light" }).check();
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "light");
  await expect(page.getByRole("radio", { name: "Light" })).toBeChecked();
  await page.getByRole("radio", { name: "System" }).check();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.getByRole("radio", { name: "Light" }).check();
  await page.getByRole("button", { name: "Remove everything" }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expect(settings.kept.getByText("ballast-theme")).toHaveCount(0);
});

test("the way to name an origin takes no other site's word, and nothing but origins", async ({ page, baseURL }) => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    page.request.post(`${baseURL}/api/own-nodes`, {
      data: body,
      headers: { "content-type": "application/json", ...headers },
    });
  expect((await post('{"origins":["https://rpc.example"]}', { "sec-fetch-site": "cross-site" })).status()).toBe(403);
  expect((await post('{"origins":["https://rpc.example/key"]}')).status()).toBe(400);
  expect((await post('{"origins":["*"]}')).status()).toBe(400);
  expect((await post(`"${"a".repeat(10_000)}"`)).status()).toBe(413);
  await page.context().addCookies([{ name: "own-nodes", value: "https://a.example|*", url: baseURL ?? "" }]);
  expect((await page.request.get("/settings")).headers()["content-security-policy"]).not.toContain("a.example");
});
