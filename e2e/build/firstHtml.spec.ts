import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";

const PAYOFF = /aria-label="Result at expiry by ETH price/;

for (const profile of ["production", "local"] as const) {
  test.describe(`${profile} profile`, () => {
    test.use({ profile });

    test("the first HTML of every page has its numbers, drawn by the server", async ({ request, baseURL, devnet }) => {
      const { chainId, address } = vaultOf(devnet.deployment, "ironCondor");
      const htmlOf = async (path: string) => (await request.get(`${baseURL}${path}`)).text();
      const vaults = await htmlOf("/vaults");
      expect(vaults).toMatch(/<a class="vault-name"[^>]*>ETH Iron Condor</);
      expect(vaults).toMatch(/As of /);
      expect(await htmlOf(`/vaults/${chainId}/${address}`)).toMatch(PAYOFF);
      expect(await htmlOf("/choose")).toMatch(PAYOFF);
    });
  });
}
