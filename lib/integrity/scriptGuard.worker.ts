/**
 * The service worker that lets no file of the build through whose bytes are not the published ones. It answers for `/_next/static/` alone;
 * pages, API answers and RPC nodes never wait for it where the browser knows static routes. Decision 49 says against whom it protects.
 */
import { fetchPublished } from "./fetchPublished";
import { type GuardMessage, isGuardMessage } from "./guardMessage";
import { type ListStore, PublishedHashes } from "./PublishedHashes";
import { BUILD_FILES, parseScriptList, REFUSED_PATH, SCRIPT_LIST_PATH, type ScriptList } from "./ScriptList";

declare const self: ServiceWorkerGlobalScope;

const STORE = "ballast-script-lists";

/** The lists as one entry of the browser's cache storage. */
const store: ListStore = {
  read: async () => {
    const kept = await (await caches.open(STORE)).match(SCRIPT_LIST_PATH);
    const texts: unknown = kept ? await kept.json().catch(() => []) : [];
    const lists = Array.isArray(texts) ? texts.map((text) => parseScriptList(String(text))) : [];
    return lists.filter((list): list is ScriptList => list !== undefined);
  },
  write: async (lists) => {
    const texts = lists.map((list) => JSON.stringify(list));
    await (await caches.open(STORE)).put(SCRIPT_LIST_PATH, new Response(JSON.stringify(texts)));
  },
};

const published = new PublishedHashes(store, () => fetch(SCRIPT_LIST_PATH, { cache: "no-store" }));

self.addEventListener("install", (event) => {
  const routes = event as ExtendableEvent & RoutedInstall;
  // Everything else goes to the network at once, without waking this worker. Browsers without static routes wake it and get no answer of it.
  const isOther = { not: { urlPattern: { pathname: `${BUILD_FILES}*` } } };
  routes.addRoutes?.({ condition: isOther, source: "network" }).catch(() => undefined);
  event.waitUntil(start());
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin === self.location.origin && pathname.startsWith(BUILD_FILES)) event.respondWith(answer(event));
});

self.addEventListener("message", (event) => {
  const message: unknown = event.data;
  if (isGuardMessage(message)) event.waitUntil(hear(message, clientId(event.source)));
});

/** As much of static routing as is used; the project's type library does not have it. */
type RoutedInstall = { addRoutes?(rule: { condition: object; source: "network" }): Promise<void> };

/** Without the site's list there is nothing to hold files against: then this worker is not installed. */
async function start(): Promise<void> {
  if ((await published.renew()) !== "listed") throw new TypeError("The site's list of files cannot be read.");
  await self.skipWaiting();
}

async function answer({ request, clientId }: FetchEvent): Promise<Response> {
  const file = await fetchPublished(request.url, published, (url, options) => fetch(url, options));
  if (file.is === "answer") return file.response;
  if (file.is === "changed" || file.is === "unlisted") await explain(clientId, "refused", request.url);
  return Response.error();
}

/**
 * A page that this worker does not watch yet asks to be watched, and then has what it had loaded before looked at: as
 * it ran, so out of the cache. A file that no list names is no finding here: the page may be of a build that was replaced while it loaded.
 */
async function hear(message: GuardMessage, sender: string): Promise<void> {
  if (message.type === "claim") return self.clients.claim();
  for (const url of message.urls) {
    const file = await fetchPublished(url, published, (address, options) =>
      fetch(address, { ...options, cache: "force-cache" }),
    );
    if (file.is === "changed") return explain(sender, "ran", url);
  }
}

/** Takes the page that asked for the file, or every page when a worker of one did, to where it is said what happened. */
async function explain(clientId: string, reason: "refused" | "ran", url: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window" });
  const asking = windows.filter(({ id }) => id === clientId);
  const address = `${REFUSED_PATH}#${reason}=${encodeURIComponent(new URL(url).pathname)}`;
  // Not awaited: a page may be on its way elsewhere, and the file is refused all the same.
  for (const window of asking.length > 0 ? asking : windows) window.navigate(address).catch(() => undefined);
}

function clientId(source: ExtendableMessageEvent["source"]): string {
  return source instanceof Client ? source.id : "";
}
