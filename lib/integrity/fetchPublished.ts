import type { PublishedHashes } from "./PublishedHashes";

/** `changed`: the file came, and its bytes are not those that were published. `unlisted`: it came, and nothing is published about it. */
export type CheckedFile =
  | { readonly is: "answer"; readonly response: Response }
  | { readonly is: "changed" | "unlisted" | "unreachable" };

/** As much of `fetch` as is needed. */
export type FetchFile = (url: string, options: RequestInit) => Promise<Response>;

/**
 * Fetches a file of the build and lets it through only with published bytes. The browser's own integrity check decides, so that the
 * answer stays the network's and its compiled form can be cached. What fails is fetched once more past the HTTP cache: a damaged copy
 * there must not lock anybody out. An answer that is no success (an old tab's file, gone) goes through, because no browser runs it.
 */
export async function fetchPublished(url: string, hashes: PublishedHashes, fetchFile: FetchFile): Promise<CheckedFile> {
  const published = await hashes.about(new URL(url).pathname);
  if (published.is === "unreachable") return { is: "unreachable" };
  const integrity = published.is === "listed" ? published.integrity : undefined;
  if (integrity !== undefined) {
    const response = await fetchFile(url, { ...SAME_ORIGIN, integrity }).catch(() => undefined);
    if (response) return { is: "answer", response };
  }
  const cache = integrity === undefined ? "default" : "reload";
  const response = await fetchFile(url, { ...SAME_ORIGIN, cache }).catch(() => undefined);
  if (response === undefined) return { is: "unreachable" };
  if (!response.ok || published.is === "unpublished") return { is: "answer", response };
  if (integrity === undefined) return { is: "unlisted" };
  const bytes = await response
    .clone()
    .arrayBuffer()
    .catch(() => undefined);
  if (bytes === undefined) return { is: "unreachable" };
  return integrity.split(" ").includes(await sha384(bytes)) ? { is: "answer", response } : { is: "changed" };
}

const SAME_ORIGIN = { mode: "same-origin", credentials: "same-origin" } as const;

/** As SRI writes it. */
async function sha384(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  return `sha384-${btoa(String.fromCharCode(...digest))}`;
}
