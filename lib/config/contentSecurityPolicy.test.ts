import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./contentSecurityPolicy";

const inputs = {
  nonce: "abc",
  rpcUrls: ["https://rpc.example/key/1", "wss://ws.example:8546/path", "https://rpc.example/key/2", "nonsense"],
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

  it("behavior: workers come from the app's own files, without blobs and without the scripts' trust", () => {
    expect(directive(contentSecurityPolicy(inputs), "worker-src")).toBe("worker-src 'self'");
  });

  it("behavior: eval and web sockets in the development server alone", () => {
    const policy = contentSecurityPolicy({ ...inputs, isDevelopmentServer: true });
    expect(directive(policy, "script-src")).toContain("'unsafe-eval'");
    expect(directive(policy, "connect-src")).toContain(" ws:");
  });
});
