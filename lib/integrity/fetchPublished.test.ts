import { describe, expect, test } from "vitest";
import { fetchPublished } from "./fetchPublished";
import { PublishedHashes } from "./PublishedHashes";

const URL_OF_FILE = "https://app.example/_next/static/a.js";
const TEXT = "run()";
/** SHA-384 of that text, made with another program. */
const HASH = "sha384-SVfatnSJinMW2kaY0tNr8GWYTbuLjipKiHfYDnLbPSlyVycMxOEHwtGmEAbxJXc1";

const listed = new PublishedHashes(
  { read: async () => [{ build: "one", files: { "/_next/static/a.js": HASH } }], write: async () => undefined },
  async () => Response.json({ build: "one", files: { "/_next/static/b.js": HASH } }),
);
const unlistedUrl = "https://app.example/_next/static/c.js";

/** A network that gives these answers in turn and keeps what it was asked; like a browser it gives nothing that breaks an integrity. */
function network(...answers: readonly (Response | "away")[]) {
  const asked: RequestInit[] = [];
  const waiting = [...answers];
  const fetchFile = async (_url: string, options: RequestInit) => {
    asked.push(options);
    const answer = waiting.shift();
    if (answer === undefined || answer === "away") throw new TypeError("Failed to fetch");
    if (options.integrity && (await answer.clone().text()) !== TEXT) throw new TypeError("Failed to fetch");
    return answer;
  };
  return { fetchFile, asked };
}

describe("fetchPublished", () => {
  test("default: published bytes pass, and the browser itself checked them", async () => {
    const { fetchFile, asked } = network(new Response(TEXT));
    expect(await fetchPublished(URL_OF_FILE, listed, fetchFile)).toMatchObject({ is: "answer" });
    expect(asked).toEqual([{ mode: "same-origin", credentials: "same-origin", integrity: HASH }]);
  });

  test("behavior: a damaged copy in the cache is fetched past it", async () => {
    const { fetchFile, asked } = network(new Response("ruin()"), new Response(TEXT));
    const file = await fetchPublished(URL_OF_FILE, listed, fetchFile);
    expect(file.is === "answer" && (await file.response.text())).toBe(TEXT);
    expect(asked[1]?.cache).toBe("reload");
  });

  test("error: other bytes twice; a file that no list names", async () => {
    const twice = network(new Response("ruin()"), new Response("ruin()"));
    expect(await fetchPublished(URL_OF_FILE, listed, twice.fetchFile)).toEqual({ is: "changed" });
    expect(await fetchPublished(unlistedUrl, listed, network(new Response(TEXT)).fetchFile)).toEqual({
      is: "unlisted",
    });
  });

  test("error: no network is no change", async () => {
    expect(await fetchPublished(URL_OF_FILE, listed, network("away", "away").fetchFile)).toEqual({ is: "unreachable" });
  });

  test("behavior: an old tab's file that is gone goes through, because no browser runs it", async () => {
    const gone = () => new Response("Not Found", { status: 404 });
    const file = await fetchPublished(URL_OF_FILE, listed, network(gone(), gone()).fetchFile);
    expect(file.is === "answer" && file.response.status).toBe(404);
    expect(await fetchPublished(unlistedUrl, listed, network(gone()).fetchFile)).toMatchObject({ is: "answer" });
  });
});
