import { DESCRIPTOR_SCHEMA } from "@/scripts/clearSigning/descriptorSchema";
import { schemaFaults } from "@/scripts/clearSigning/schemaFaults";
import { fileHeaderFaults } from "@/scripts/served/servedHeaders";
import { expect, test } from "../fixtures/test";

test("the descriptors for hardware wallets are served, pass the schema and name every contract of this deployment", async ({
  request,
  devnet,
}) => {
  const { files } = (await (await request.get("/clear-signing/index.json")).json()) as { files: readonly string[] };
  const texts: string[] = [];
  for (const file of files) {
    const answer = await request.get(`/clear-signing/${file}`);
    expect(answer.status(), file).toBe(200);
    expect(fileHeaderFaults(new Headers(answer.headers())), file).toEqual([]);
    expect(schemaFaults(await answer.json(), DESCRIPTOR_SCHEMA), file).toEqual([]);
    texts.push((await answer.text()).toLowerCase());
  }
  const { addresses, vaults } = devnet.deployment;
  for (const address of [addresses.strategyRouter, ...vaults.flatMap((vault) => [vault.address, vault.asset])]) {
    expect(
      texts.some((text) => text.includes(`"address":"${address.toLowerCase()}"`)),
      address,
    ).toBe(true);
  }
  expect((await request.get("/clear-signing/none.json")).status()).toBe(404);
});
