import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEPLOYMENT } from "@/lib/protocols/ballast/deploymentFixture";
import { endTrial, keepNode, permitTrial, triedNode } from "./nodePermission";
import { ownNode, withOwnNode } from "./ownNode";

const URL_WITH_KEY = "https://own.example/v2/key?a=b";
const told: string[] = [];
let isServerThere = true;

/** Storage as browsers have it: its keys are its own. */
function storage() {
  const kept: Record<string, string> = {};
  const verbs = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void Object.assign(kept, { [key]: value }),
    removeItem: (key: string) => void delete kept[key],
  };
  return new Proxy(kept, { get: (_, name) => verbs[name as "getItem"] ?? kept[String(name)] });
}

beforeEach(() => {
  told.length = 0;
  isServerThere = true;
  vi.stubGlobal("window", {});
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("sessionStorage", storage());
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    told.push(body);
    return new Response(null, { status: isServerThere ? 204 : 503 });
  });
});

afterEach(() => vi.unstubAllGlobals());

const deployment = { ...DEPLOYMENT, chainId: 31_337, rpcUrls: ["https://a.example", "https://b.example"] };

describe("withOwnNode", () => {
  it("default: without one the deployment is as it was", () => {
    expect(withOwnNode(deployment)).toBe(deployment);
  });

  it("behavior: first, the configured ones follow; alone, no other is asked; of another chain, nothing", async () => {
    await keepNode(31_337, { use: "first", url: URL_WITH_KEY });
    expect(withOwnNode(deployment).rpcUrls).toEqual([URL_WITH_KEY, ...deployment.rpcUrls]);
    await keepNode(31_337, { use: "alone", url: URL_WITH_KEY });
    expect(withOwnNode(deployment).rpcUrls).toEqual([URL_WITH_KEY]);
    expect(withOwnNode({ ...deployment, chainId: 1 }).rpcUrls).toEqual(deployment.rpcUrls);
  });

  it("behavior: one that is configured is not asked twice", async () => {
    await keepNode(31_337, { use: "first", url: "https://b.example" });
    expect(withOwnNode(deployment).rpcUrls).toEqual(["https://b.example", "https://a.example"]);
  });

  it("error: a browser without storage, and what is kept in no known form", () => {
    localStorage.setItem("ballast.node.31337", "nonsense");
    expect(ownNode(31_337)).toBeNull();
    vi.stubGlobal("localStorage", undefined);
    expect(withOwnNode(deployment)).toBe(deployment);
  });
});

describe("the permission to reach a node", () => {
  it("default: the server is told origins alone, of what is kept and of what is tried", async () => {
    await keepNode(1, { use: "first", url: "https://kept.example/secret" });
    expect(await permitTrial(1, URL_WITH_KEY)).toBeNull();
    expect(triedNode(1)).toBe(URL_WITH_KEY);
    expect(triedNode(2)).toBeNull();
    expect(told).toEqual([
      '{"origins":["https://kept.example"]}',
      '{"origins":["https://kept.example","https://own.example"]}',
    ]);
  });

  it("behavior: a trial that ends, and a node that is forgotten, take their origin along", async () => {
    await permitTrial(1, URL_WITH_KEY);
    await endTrial();
    expect([triedNode(1), told.at(-1)]).toEqual([null, '{"origins":[]}']);
    await keepNode(1, { use: "first", url: URL_WITH_KEY });
    await keepNode(1, null);
    expect([ownNode(1), told.at(-1)]).toEqual([null, '{"origins":[]}']);
  });

  it("error: no server, and no storage", async () => {
    isServerThere = false;
    expect(await permitTrial(1, URL_WITH_KEY)).toBe("server");
    expect(triedNode(1)).toBeNull();
    vi.stubGlobal("sessionStorage", undefined);
    expect(await permitTrial(1, URL_WITH_KEY)).toBe("storage");
  });
});
