import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The page of a Safe, at an origin of its own: it shows an app in a frame and passes on what the app asks. */
export type SafePage = {
  /** Another site than the app's: a browser that keeps nothing for foreign frames refuses the app its storage there. */
  readonly origin: string;
  /** Another origin of the same site, where the app in the frame has its storage. */
  readonly sameSiteOrigin: string;
  /** Where it shows the app at this address; `from` is one of its origins, the first unless given. */
  readonly showing: (app: string, from?: string) => string;
  readonly stop: () => Promise<void>;
};

/** What exposeFunction puts into the page: the Safe behind it lives in the test process. */
export const SAFE_FUNCTION = "ballastTestSafe";

/**
 * Speaks the protocol of Safe's SDK: an answer goes to the frame that asked, under the id of its question. `?app=` names the app.
 */
const PAGE = `<!doctype html>
<html lang="en">
<title>A Safe</title>
<iframe title="Safe App" style="border:0;width:100%;height:860px"></iframe>
<script>
const frame = document.querySelector("iframe");
addEventListener("message", async ({ data, source, origin }) => {
  if (source !== frame.contentWindow || typeof data?.id !== "string") return;
  const answer = await window.${SAFE_FUNCTION}({ id: data.id, method: data.method, params: data.params });
  source.postMessage({ id: data.id, version: "9.1.0", ...answer }, origin);
});
frame.src = new URLSearchParams(location.search).get("app");
</script>
</html>`;

/** Serves the page on a free port of the machine. */
export async function startSafePage(): Promise<SafePage> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    sameSiteOrigin: `http://localhost:${port}`,
    showing: (app, from = origin) => `${from}/?app=${encodeURIComponent(app)}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
