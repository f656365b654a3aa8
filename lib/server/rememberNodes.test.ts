import { expect, it } from "vitest";
import { rememberNodes } from "./rememberNodes";

const ORIGINS = ["https://rpc.example"];

function asked(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const all = { "content-type": "application/json", host: "app.example", "sec-fetch-site": "same-origin", ...headers };
  return rememberNodes(new Request("http://app.example/api/own-nodes", { method: "POST", body, headers: all }));
}

it("default: a page of the app is given the cookie", async () => {
  const answer = await asked(JSON.stringify({ origins: ORIGINS }), { "x-forwarded-proto": "https" });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("set-cookie")).toMatch(/^own-nodes=https:\/\/rpc\.example; Path=\/; .*HttpOnly; Secure$/);
});

it("behavior: an empty list takes it away", async () => {
  const answer = await asked('{"origins":[]}');
  expect(answer.headers.get("set-cookie")).toContain("Max-Age=0");
});

it.each([
  [403, "another site", { "sec-fetch-site": "cross-site" }],
  [403, "another host of the same site", { "sec-fetch-site": "same-site" }],
  [403, "somebody who typed the address", { "sec-fetch-site": "none" }],
  [403, "a form", { "content-type": "text/plain" }],
] as const)("error: %d for %s", async (status, _, headers) => {
  const answer = await asked(JSON.stringify({ origins: ORIGINS }), headers);
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([status, null]);
});

it("error: an old browser that names another origin is refused, one that names the app's is not", async () => {
  const body = JSON.stringify({ origins: ORIGINS });
  const from = (origin: string) => {
    const headers = { "content-type": "application/json", host: "app.example", origin };
    return rememberNodes(new Request("http://app.example/api/own-nodes", { method: "POST", body, headers }));
  };
  expect((await from("https://elsewhere.example")).status).toBe(403);
  expect((await from("null")).status).toBe(403);
  expect((await from("http://app.example")).status).toBe(204);
});

it("error: too long, and what is no list of origins", async () => {
  expect((await asked(JSON.stringify({ origins: ["a".repeat(5_000)] }))).status).toBe(413);
  expect((await asked('{"origins":["*"]}')).status).toBe(400);
  expect((await asked("")).status).toBe(400);
});
