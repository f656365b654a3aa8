import { describe, expect, it } from "vitest";
import { isNodeOrigin, ownNodeOrigins, ownNodesCookie, parseOwnNodesRequest } from "./ownNodes";

const valueIn = (cookie: string) => /^own-nodes=([^;]*);/.exec(cookie)?.[1];

describe("isNodeOrigin", () => {
  it.each([
    "https://rpc.example",
    "https://rpc.example:8545",
    "https://10.0.0.7",
    "https://xn--bcher-kva.example",
    "http://localhost:8545",
    "http://127.0.0.1:8545",
  ])("default: %s is one", (origin) => {
    expect(isNodeOrigin(origin)).toBe(true);
  });

  it.each([
    "*",
    "https:",
    "https://*",
    "https://*.example",
    "https://rpc.example/",
    "https://rpc.example/key",
    "https://rpc.example?key",
    "https://rpc.example#a",
    "https://a.example https://b.example",
    "https://a.example;script-src *",
    "https://a.example,b.example",
    "https://a'unsafe-inline'.example",
    "https://user:word@rpc.example",
    "https://[::1]:8545",
    "https://RPC.example",
    "https://rpc.example:443",
    "http://rpc.example",
    "http://localhost.example",
    "http://10.0.0.7",
    "ws://localhost:8545",
    "wss://rpc.example",
    "data:text/html,a",
    "javascript:alert(1)",
    "blob:https://rpc.example/1",
    "file:///etc/passwd",
    "null",
    "'self'",
    "",
    `https://${"a".repeat(250)}.example`,
  ])("error: %s is none", (text) => {
    expect(isNodeOrigin(text)).toBe(false);
  });
});

describe("the cookie", () => {
  const origins = ["https://rpc.example:8545", "http://localhost:8545"];

  it("default: what is set is known again", () => {
    const cookie = ownNodesCookie(origins, true);
    expect(ownNodeOrigins(valueIn(cookie))).toEqual(origins);
    expect(cookie).toBe(
      "own-nodes=https://rpc.example:8545|http://localhost:8545; Path=/; Max-Age=34560000; SameSite=Lax; HttpOnly; Secure",
    );
  });

  it("behavior: none takes it away", () => {
    const cookie = ownNodesCookie([], false);
    expect(ownNodeOrigins(valueIn(cookie))).toEqual([]);
    expect(cookie).toBe("own-nodes=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
  });

  it.each([undefined, "", "|", "https://a.example|*", "https://a.example|", "https://a.example/k"])(
    "error: %s opens nothing, not even the part of it that is well",
    (cookie) => {
      expect(ownNodeOrigins(cookie)).toEqual([]);
    },
  );

  it("error: five origins are too many", () => {
    expect(ownNodeOrigins([1, 2, 3, 4, 5].map((port) => `https://a.example:${port}`).join("|"))).toEqual([]);
  });
});

describe("parseOwnNodesRequest", () => {
  it("default: a list, each once; an empty one too", () => {
    const text = JSON.stringify({ origins: ["https://a.example", "https://a.example"] });
    expect(parseOwnNodesRequest(text)).toEqual(["https://a.example"]);
    expect(parseOwnNodesRequest('{"origins":[]}')).toEqual([]);
  });

  it.each([
    "",
    "null",
    "[]",
    '"https://a.example"',
    '{"origins":"https://a.example"}',
    '{"origins":[1]}',
    '{"origins":["*"]}',
  ])("error: %s is no request", (text) => {
    expect(parseOwnNodesRequest(text)).toBeNull();
  });
});
