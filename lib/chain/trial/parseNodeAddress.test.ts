import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNodeOrigin } from "@/lib/config/ownNodes";
import { parseNodeAddress } from "./parseNodeAddress";

describe("parseNodeAddress", () => {
  it.each([
    ["https://rpc.example", "https://rpc.example/", "https://rpc.example", "rpc.example"],
    ["  https://rpc.example/v2/KEY-0_x  ", "https://rpc.example/v2/KEY-0_x", "https://rpc.example", "rpc.example"],
    ["https://rpc.example/?apikey=a%2Fb", "https://rpc.example/?apikey=a%2Fb", "https://rpc.example", "rpc.example"],
    ["https://RPC.example:443/a/", "https://rpc.example/a/", "https://rpc.example", "rpc.example"],
    ["https://rpc.example:8545", "https://rpc.example:8545/", "https://rpc.example:8545", "rpc.example:8545"],
    ["http://localhost:8545", "http://localhost:8545/", "http://localhost:8545", "localhost:8545"],
    ["http://127.1:8545", "http://127.0.0.1:8545/", "http://127.0.0.1:8545", "127.0.0.1:8545"],
    [
      "https://bücher.example",
      "https://xn--bcher-kva.example/",
      "https://xn--bcher-kva.example",
      "xn--bcher-kva.example",
    ],
  ])("default: %s", (text, url, origin, host) => {
    expect(parseNodeAddress(text)).toEqual({ ok: true, url, origin, host });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    [`https://rpc.example/${"a".repeat(2_000)}`, "tooLong"],
    ["rpc.example", "noAddress"],
    ["localhost:8545", "noAddress"],
    ["//rpc.example", "noAddress"],
    ["javascript:alert(1)", "noAddress"],
    ["javascript://rpc.example/%0aalert(1)", "scheme"],
    ["data:text/html,<script>alert(1)</script>", "noAddress"],
    ["blob:https://rpc.example/1", "noAddress"],
    ["file:///etc/passwd", "noAddress"],
    ["ftp://rpc.example", "scheme"],
    ["wss://rpc.example", "scheme"],
    ["https:rpc.example", "noAddress"],
    ["https:\\\\rpc.example", "noAddress"],
    ["https://", "noAddress"],
    ["https://rpc.exam\tple", "noAddress"],
    ["https://rpc.example/\nhttps://other.example", "noAddress"],
    ["https://rpc\u200b.example", "noAddress"],
    ["https://rpc.example/\u202egnp", "noAddress"],
    ["https://user@rpc.example", "credentials"],
    ["https://user:word@rpc.example", "credentials"],
    ["https://rpc.example@evil.example", "credentials"],
    ["https://[::1]:8545", "ipv6"],
    ["http://[2001:db8::1]", "ipv6"],
    ["https://rpc.example#a", "fragment"],
    ["https://rpc.example/#", "fragment"],
    ["http://rpc.example", "plain"],
    ["http://192.168.1.5:8545", "plain"],
    ["http://localhost.example", "plain"],
    ["https://*", "host"],
    ["https://*.example", "host"],
    ["https://a;b.example", "host"],
    ["https://a'b.example", "host"],
    ["https://a,b.example", "host"],
  ])("error: %j is none: %s", (text, reason) => {
    expect(parseNodeAddress(text)).toEqual({ ok: false, reason });
  });

  it("behavior: whatever is taken has an origin that the policy takes, and keeps what was typed behind it", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, validSchemes: ["https"] }), (text) => {
        const parsed = parseNodeAddress(text);
        if (!parsed.ok) return;
        expect(isNodeOrigin(parsed.origin)).toBe(true);
        expect(parsed.url.startsWith(`${parsed.origin}/`)).toBe(true);
        expect(new URL(parsed.url).href).toBe(new URL(text).href);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const parsed = parseNodeAddress(text);
        if (parsed.ok) expect(isNodeOrigin(parsed.origin)).toBe(true);
      }),
    );
  });
});
