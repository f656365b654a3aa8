import { describe, expect, test } from "vitest";
import { type ListStore, PublishedHashes } from "./PublishedHashes";
import { parseScriptList, type ScriptList } from "./ScriptList";

const A = `sha384-${"A".repeat(64)}`;
const B = `sha384-${"B".repeat(64)}`;
const listOf = (build: string, files: Record<string, string>): ScriptList => ({ build, files });

/** A browser whose site publishes what the test says, and a count of how often it was asked. */
function browser(kept: readonly ScriptList[] = []) {
  let lists = kept;
  const site = { answer: () => new Response("", { status: 404 }), asked: 0 };
  const store: ListStore = {
    read: async () => lists,
    write: async (next) => {
      lists = next;
    },
  };
  const hashes = () =>
    new PublishedHashes(store, async () => {
      site.asked += 1;
      return site.answer();
    });
  return { site, hashes, kept: () => lists, publish: (list: ScriptList) => (site.answer = () => Response.json(list)) };
}

describe("PublishedHashes", () => {
  test("default: a file of a known list is known without asking the site", async () => {
    const { site, hashes } = browser([listOf("one", { "/a.js": A })]);
    expect(await hashes().about("/a.js")).toEqual({ is: "listed", integrity: A });
    expect(site.asked).toBe(0);
  });

  test("behavior: a new deployment's files are learnt when the first is asked for, those of the old one stay", async () => {
    const { site, hashes, publish, kept } = browser([listOf("one", { "/a.js": A })]);
    publish(listOf("two", { "/b.js": B }));
    const first = hashes();
    expect(await Promise.all(["/b.js", "/b.js"].map((path) => first.about(path)))).toEqual([
      { is: "listed", integrity: B },
      { is: "listed", integrity: B },
    ]);
    expect(site.asked).toBe(1);
    expect(kept().map(({ build }) => build)).toEqual(["one", "two"]);
    expect(await hashes().about("/a.js")).toEqual({ is: "listed", integrity: A });
  });

  test("behavior: a name that two builds use for other bytes may have either", async () => {
    const { hashes } = browser([listOf("one", { "/a.js": A }), listOf("two", { "/a.js": B })]);
    expect(await hashes().about("/a.js")).toEqual({ is: "listed", integrity: `${A} ${B}` });
  });

  test("behavior: eight builds are kept, the newest ones", async () => {
    const older = Array.from({ length: 8 }, (_, index) => listOf(`build ${index}`, { [`/${index}.js`]: A }));
    const { hashes, publish, kept } = browser(older);
    publish(listOf("newest", { "/b.js": B }));
    await hashes().about("/b.js");
    expect(kept()).toHaveLength(8);
    expect(kept().map(({ build }) => build)).not.toContain("build 0");
  });

  test("error: a file that no list has, a site without a list, a list that is none, a site that is away", async () => {
    const { site, hashes, publish } = browser();
    expect(await hashes().about("/a.js")).toEqual({ is: "unpublished" });
    publish(listOf("one", { "/b.js": B }));
    expect(await hashes().about("/a.js")).toEqual({ is: "unlisted" });
    site.answer = () => Response.json({ build: "one", files: { "/a.js": "sha384-short" } });
    expect(await hashes().about("/a.js")).toEqual({ is: "unreachable" });
    site.answer = () => {
      throw new TypeError("Failed to fetch");
    };
    expect(await hashes().about("/a.js")).toEqual({ is: "unreachable" });
  });
});

test("error: text that is no list", () => {
  const files = { "/a.js": A };
  expect(parseScriptList(JSON.stringify({ build: "one", files }))).toEqual({ build: "one", files });
  for (const text of ["", "[]", "null", '{"build":"one"}', '{"build":1,"files":{}}', '{"build":"one","files":{}}']) {
    expect(parseScriptList(text), text).toBeUndefined();
  }
});
