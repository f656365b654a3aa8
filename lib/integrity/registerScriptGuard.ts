import type { GuardMessage } from "./guardMessage";
import { BUILD_FILES, SCRIPT_GUARD_PATH } from "./ScriptList";

/**
 * Puts this page, which has loaded, under the service worker's watch. What had loaded before is looked at afterwards. A browser that has no service workers, or refuses them (private windows), goes on without.
 */
export function registerScriptGuard(): void {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const say = (worker: ServiceWorker | null, message: GuardMessage) => worker?.postMessage(message);
  const start = async () => {
    if (serviceWorker.controller === null) {
      const tell = () => say(serviceWorker.controller, { type: "loaded", urls: loadedFiles() });
      serviceWorker.addEventListener("controllerchange", tell, { once: true });
    }
    await serviceWorker.register(SCRIPT_GUARD_PATH, { updateViaCache: "none" });
    // A page that was reloaded past the cache is not watched although the worker is there.
    if (serviceWorker.controller === null) say((await serviceWorker.ready).active, { type: "claim" });
  };
  void start().catch(() => undefined);
}

/** Files of the build that this page has loaded, each once. */
function loadedFiles(): readonly string[] {
  const urls = performance.getEntriesByType("resource").map(({ name }) => name);
  const own = urls.filter((url) => url.startsWith(`${location.origin}${BUILD_FILES}`));
  return [...new Set(own)];
}
