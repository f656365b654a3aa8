import { describe, expect, it } from "vitest";
import { readKeeperConfig } from "./readKeeperConfig";

const address = (digit: string) => `0x${digit.repeat(40)}`;
const file = {
  chainId: 31_337,
  rpcUrl: "http://127.0.0.1:8545",
  startBlock: 1,
  addresses: Object.fromEntries(
    ["clearinghouse", "settlementOracle", "quoteBook", "strategyRouter", "timelock", "weth", "multicall3"].map(
      (name, index) => [name, address(String(index))],
    ),
  ),
  vaults: [],
  tokens: [],
  feeds: [],
};
const KEY = `0x${"5".repeat(64)}`;

function read(environment: Readonly<Record<string, string>>, chainId = 31_337) {
  return readKeeperConfig({ deploymentText: JSON.stringify({ ...file, chainId }), rpcUrls: [], environment });
}

describe("readKeeperConfig", () => {
  it("default", () => {
    const config = read({});
    expect(config.roller?.address).toBe("0xa0Ee7A142d267C1f36714E4a8F75612F20a79720");
    expect(config.makers.map(({ address: maker }) => maker)).toEqual([
      "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955",
      "0x23618e81E3f5cdF7f54C3d65f7FBc0aBf5B21E8f",
    ]);
    expect(config.intervalSeconds).toBe(5);
  });

  it("behavior: the option market is the deployment's, or another that is named, or none", () => {
    const marketOf = (marketUrl: string | undefined, named: string | null = null) =>
      readKeeperConfig({
        deploymentText: JSON.stringify({ ...file, marketUrl }),
        ...{ rpcUrls: [], marketUrl: named, environment: {} },
      }).marketUrl;
    expect(marketOf(undefined)).toBeNull();
    expect(marketOf("http://127.0.0.1:9000")).toBe("http://127.0.0.1:9000");
    expect(marketOf("http://127.0.0.1:9000", "https://market.example")).toBe("https://market.example");
  });

  it("behavior: a role that is off needs no key", () => {
    const config = read({ BALLAST_KEEPER_ROLES: "roll", BALLAST_KEEPER_KEY: KEY }, 1);
    expect(config.makers).toEqual([]);
    expect(read({ BALLAST_KEEPER_ROLES: "maker", BALLAST_MAKER_KEYS: KEY }, 1).roller).toBeNull();
  });

  it.each<[string, Readonly<Record<string, string>>, number, RegExp]>([
    ["the published keys sign on the local chain only", {}, 1, /BALLAST_KEEPER_KEY is missing/],
    ["makers' keys too", { BALLAST_KEEPER_KEY: KEY }, 1, /BALLAST_MAKER_KEYS is missing/],
    ["a key that is none", { BALLAST_KEEPER_KEY: "0x12" }, 31_337, /BALLAST_KEEPER_KEY holds something/],
    ["an unknown role", { BALLAST_KEEPER_ROLES: "roll,hedge" }, 31_337, /BALLAST_KEEPER_ROLES is "roll,hedge"/],
    ["no role", { BALLAST_KEEPER_ROLES: "" }, 31_337, /BALLAST_KEEPER_ROLES/],
    ["no interval", { BALLAST_KEEPER_INTERVAL_SECONDS: "soon" }, 31_337, /BALLAST_KEEPER_INTERVAL_SECONDS is "soon"/],
  ])("error: %s", (_, environment, chainId, message) => {
    expect(() => read(environment, chainId)).toThrow(message);
  });

  it("error: a faulty file is named with its faults", () => {
    expect(() => readKeeperConfig({ deploymentText: "{", rpcUrls: [], environment: {} })).toThrow(/not JSON/);
  });

  it("behavior: a message never repeats a key", () => {
    const secret = `0x${"9".repeat(63)}`;
    try {
      read({ BALLAST_KEEPER_KEY: secret });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(secret);
    }
  });
});
