import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, staticPagePolicy } from "./contentSecurityPolicy";

const inputs = {
  nonce: "abc",
  rpcUrls: ["https://rpc.example/key/1", "wss://ws.example:8546/path", "https://rpc.example/key/2", "nonsense"],
  ownNodes: [],
  relayUrl: null,
  frameAncestors: "'none'" as const,
  isDevelopmentServer: false,
};

function directive(policy: string, name: string): string | undefined {
  return policy.split("; ").find((part) => part.startsWith(`${name} `));
}

describe("contentSecurityPolicy", () => {
  it("default: connections go to the app and to each RPC origin once", () => {
    const policy = contentSecurityPolicy(inputs);
    expect(directive(policy, "connect-src")).toBe("connect-src 'self' https://rpc.example wss://ws.example:8546");
    expect(directive(policy, "script-src")).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toContain("unsafe-eval");
  });

  it("behavior: the relay of an opened wallet is added, by its origin", () => {
    const policy = contentSecurityPolicy({ ...inputs, relayUrl: "wss://relay.example/v1" });
    expect(directive(policy, "connect-src")).toBe(
      "connect-src 'self' https://rpc.example wss://ws.example:8546 wss://relay.example",
    );
  });

  it("behavior: a node of the person's own is added, each origin once", () => {
    const policy = contentSecurityPolicy({ ...inputs, ownNodes: ["https://own.example:8545", "https://rpc.example"] });
    expect(directive(policy, "connect-src")).toBe(
      "connect-src 'self' https://rpc.example wss://ws.example:8546 https://own.example:8545",
    );
  });

  it("behavior: workers come from the app's own files, without blobs and without the scripts' trust", () => {
    expect(directive(contentSecurityPolicy(inputs), "worker-src")).toBe("worker-src 'self'");
  });

  it("behavior: scripts made of text go through the one named policy", () => {
    const policy = contentSecurityPolicy(inputs);
    expect(directive(policy, "require-trusted-types-for")).toBe("require-trusted-types-for 'script'");
    expect(directive(policy, "trusted-types")).toBe("trusted-types default");
  });

  it("behavior: nobody frames a page, unless its address names who may", () => {
    expect(directive(contentSecurityPolicy(inputs), "frame-ancestors")).toBe("frame-ancestors 'none'");
    const framed = contentSecurityPolicy({ ...inputs, frameAncestors: ["https://a.example", "https://b.example"] });
    expect(directive(framed, "frame-ancestors")).toBe("frame-ancestors https://a.example https://b.example");
  });

  it("behavior: eval and web sockets in the development server alone", () => {
    const policy = contentSecurityPolicy({ ...inputs, isDevelopmentServer: true });
    expect(directive(policy, "script-src")).toContain("'unsafe-eval'");
    expect(directive(policy, "connect-src")).toContain(" ws:");
  });
});

describe("staticPagePolicy", () => {
  it("default: the page's own scripts and styles by hash, nothing else", () => {
    const policy = staticPagePolicy({ scripts: ["sha256-a", "sha256-b"], styles: [] });
    expect(directive(policy, "script-src")).toBe("script-src 'sha256-a' 'sha256-b'");
    expect(directive(policy, "style-src")).toBe("style-src 'none'");
    expect(directive(policy, "default-src")).toBe("default-src 'none'");
  });
});
