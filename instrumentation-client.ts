/** What runs in the browser before anything of the app does. */
import { HEAD_SCRIPT } from "@/components/layout/headScript";
import { isDevelopmentServer } from "@/lib/config/env";
import { installTrustedTypes } from "@/lib/integrity/trustedTypes";

// `next dev` makes scripts of text, and its files have no published hashes.
if (!isDevelopmentServer) {
  installTrustedTypes([HEAD_SCRIPT]);
  // Nothing of it is needed before the page has loaded. Without its code the page goes on without the watch, as on a first visit.
  const guard = () => import("@/lib/integrity/registerScriptGuard").then((module) => module.registerScriptGuard());
  const begin = () => void guard().catch(() => undefined);
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin, { once: true });
}
