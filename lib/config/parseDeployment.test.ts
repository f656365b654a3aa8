import { describe, expect, it } from "vitest";
import { parseDeployment } from "./parseDeployment";

const address = (digit: string) => `0x${digit.repeat(40)}`;

const file = {
  chainId: 31337,
  rpcUrl: "http://127.0.0.1:8545",
  controlUrl: "http://127.0.0.1:8546",
  startBlock: 3,
  addresses: {
    clearinghouse: address("1"),
    settlementOracle: address("2"),
    quoteBook: address("3"),
    strategyRouter: address("4"),
    timelock: address("5"),
    weth: address("6"),
    multicall3: address("7"),
    usdc: address("8"),
  },
  vaults: [
    {
      address: address("a"),
      policy: address("b"),
      name: "Ballast ETH Covered Call",
      symbol: "blETH-CC",
      strategy: "coveredCall",
      asset: address("6"),
      underlying: address("6"),
      quote: address("8"),
    },
  ],
  tokens: [{ address: address("8"), symbol: "USDC", decimals: 6 }],
  feeds: [
    {
      underlying: address("6"),
      quote: address("8"),
      feed: address("c"),
      secondFeed: address("d"),
      description: "ETH / USD",
    },
  ],
};

describe("parseDeployment", () => {
  it("default", () => {
    const parsed = parseDeployment(JSON.stringify(file));
    expect(parsed.ok && parsed.value.deployment.rpcUrls).toEqual(["http://127.0.0.1:8545"]);
    expect(parsed.ok && parsed.value.controlUrl).toBe("http://127.0.0.1:8546");
    expect(parsed.ok && parsed.value.deployment.vaults[0]?.symbol).toBe("blETH-CC");
    expect(parsed.ok && parsed.value.deployment.addresses.multicall3).toBe(address("7"));
  });

  it("behavior: RPC addresses from the environment replace the file's", () => {
    const parsed = parseDeployment(JSON.stringify(file), { rpcUrls: ["https://one.example", "https://two.example"] });
    expect(parsed.ok && parsed.value.deployment.rpcUrls).toEqual(["https://one.example", "https://two.example"]);
  });

  it("behavior: other protocols' vaults may be listed, and one that cannot be read breaks nothing", () => {
    const pool = { address: address("e"), protocol: "aave", assets: [address("8")] };
    const parsed = parseDeployment(JSON.stringify({ ...file, registry: { vaults: [{}, pool] } }));
    expect(parsed.ok && parsed.value.deployment.registry).toEqual({
      vaults: [{ ...pool, name: null }],
      refusals: ["registry.vaults[0].address is not an address."],
    });
    const without = parseDeployment(JSON.stringify(file));
    expect(without.ok && without.value.deployment.registry).toEqual({ vaults: [], refusals: [] });
  });

  it("behavior: what is published about the contracts may be left out, and is read where it is told", () => {
    const without = parseDeployment(JSON.stringify(file));
    expect(without.ok && [without.value.deployment.sources, without.value.deployment.audits]).toEqual([[], []]);
    expect(without.ok && without.value.deployment.codeHashes).toEqual([]);
    const codeHashes = [{ address: address("1"), codeHash: `0x${"ab".repeat(32)}` }];
    const told = parseDeployment(JSON.stringify({ ...file, codeHashes }));
    expect(told.ok && told.value.deployment.codeHashes).toEqual(codeHashes);
    const short = parseDeployment(
      JSON.stringify({ ...file, codeHashes: [{ address: address("1"), codeHash: "0xab" }] }),
    );
    expect(short).toMatchObject({ ok: false, faults: [expect.stringContaining("codeHashes[0].codeHash")] });
    const sources = [{ address: address("1"), url: "https://explorer.example/1" }];
    const audits = [{ title: "First review", url: "https://auditor.example/report.pdf" }];
    const parsed = parseDeployment(JSON.stringify({ ...file, sources, audits }));
    expect(parsed.ok && parsed.value.deployment).toMatchObject({ sources, audits });
    const bad = parseDeployment(JSON.stringify({ ...file, sources: [{ address: "1", url: "javascript:alert(1)" }] }));
    expect(bad).toEqual({
      ok: false,
      faults: ["sources[0].address is not an address.", "sources[0].url is not an http address."],
    });
  });

  it("behavior: a list of nodes is taken as it stands", () => {
    const parsed = parseDeployment(JSON.stringify({ ...file, rpcUrl: undefined, rpcUrls: ["http://a", "http://b"] }));
    expect(parsed.ok && parsed.value.deployment.rpcUrls).toEqual(["http://a", "http://b"]);
  });

  it("behavior: without a market there is none, with one its address has no slash at its end", () => {
    const without = parseDeployment(JSON.stringify(file));
    expect(without.ok && without.value.marketUrl).toBeNull();
    expect(without.ok && without.value.deployment.hasMarket).toBe(false);
    const marketUrl = "http://127.0.0.1:8600/base//";
    const parsed = parseDeployment(JSON.stringify({ ...file, marketUrl }));
    expect(parsed.ok && parsed.value.marketUrl).toBe("http://127.0.0.1:8600/base");
    expect(parsed.ok && parsed.value.deployment.hasMarket).toBe(true);
  });

  it("behavior: a market of the environment replaces the file's, even a faulty one", () => {
    const parsed = parseDeployment(JSON.stringify({ ...file, marketUrl: 7 }), { marketUrl: "https://market.example" });
    expect(parsed.ok && parsed.value.marketUrl).toBe("https://market.example");
    expect(parsed.ok && parsed.value.deployment.hasMarket).toBe(true);
  });

  it.each([
    7,
    "market.example",
    "ftp://market.example",
    "http://me:secret@market.example",
    "http://a/?b=c",
    "http://a/#b",
  ])("error: %s is no market", (marketUrl) => {
    const faults = ["marketUrl is not an http address without user, question mark and fragment."];
    expect(parseDeployment(JSON.stringify({ ...file, marketUrl }))).toEqual({ ok: false, faults });
  });

  it("error: the variable is named when the fault is in it", () => {
    const parsed = parseDeployment(JSON.stringify(file), { marketUrl: "nonsense" });
    const faults = ["BALLAST_MARKET_URL is not an http address without user, question mark and fragment."];
    expect(parsed).toEqual({ ok: false, faults });
  });

  const projectId = "0123456789abcdefABCDEF0123456789";

  it("default: nothing is said of WalletConnect, and none is there", () => {
    const parsed = parseDeployment(JSON.stringify(file), { walletConnectRelayUrl: "wss://relay.example" });
    expect(parsed.ok && parsed.value.walletConnect).toBe(null);
  });

  it("behavior: a project id brings WalletConnect with the usual relay, or the one that is named", () => {
    const usual = parseDeployment(JSON.stringify({ ...file, walletConnect: { projectId } }));
    expect(usual.ok && usual.value.walletConnect).toEqual({ projectId, relayUrl: "wss://relay.walletconnect.org" });
    const relayUrl = "ws://localhost:7/v1/";
    const own = parseDeployment(JSON.stringify({ ...file, walletConnect: { projectId, relayUrl } }));
    expect(own.ok && own.value.walletConnect).toEqual({ projectId, relayUrl: "ws://localhost:7/v1" });
  });

  it("behavior: the environment replaces the file's project id and relay", () => {
    const walletConnect = { projectId: "f".repeat(32), relayUrl: "wss://file.example" };
    const parsed = parseDeployment(JSON.stringify({ ...file, walletConnect }), {
      walletConnectProjectId: projectId,
      walletConnectRelayUrl: "wss://relay.example",
    });
    expect(parsed.ok && parsed.value.walletConnect).toEqual({ projectId, relayUrl: "wss://relay.example" });
  });

  it.each(["", "0123", `${projectId}0`, `g${projectId.slice(1)}`, 7])("error: %s is no project id", (wrong) => {
    const faults = ["walletConnect.projectId is not a project id of 32 hex digits."];
    const parsed = parseDeployment(JSON.stringify({ ...file, walletConnect: { projectId: wrong } }));
    expect(parsed).toEqual({ ok: false, faults });
  });

  it("error: the variables are named when the fault is in them", () => {
    const parsed = parseDeployment(JSON.stringify(file), {
      walletConnectProjectId: "nonsense",
      walletConnectRelayUrl: "https://relay.example",
    });
    expect(parsed).toEqual({
      ok: false,
      faults: [
        "BALLAST_WALLETCONNECT_PROJECT_ID is not a project id of 32 hex digits.",
        "BALLAST_WALLETCONNECT_RELAY_URL is not a web socket's (wss) address without user, question mark and fragment.",
      ],
    });
  });

  it("error: text that is no JSON", () => {
    expect(parseDeployment("{")).toEqual({ ok: false, faults: ["It is not JSON."] });
  });

  it("error: every fault is named at once", () => {
    const broken = { ...file, chainId: "1", rpcUrl: "ftp://x", addresses: { ...file.addresses, weth: "0x12" } };
    expect(parseDeployment(JSON.stringify(broken))).toEqual({
      ok: false,
      faults: [
        "chainId is not a whole number of at least 1.",
        "rpcUrl 1 is not an http address.",
        "addresses.weth is not an address.",
      ],
    });
  });

  it("error: no node, no lists", () => {
    const parsed = parseDeployment(JSON.stringify({ ...file, rpcUrl: undefined, vaults: null }));
    expect(parsed).toEqual({ ok: false, faults: ["vaults is not a list.", "It names no RPC node."] });
  });
});
