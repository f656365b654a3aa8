/** What runs in the browser before anything of the app does. */
import { isDevelopmentServer } from "@/lib/config/env";
import { registerScriptGuard } from "@/lib/integrity/registerScriptGuard";
import { installTrustedTypes } from "@/lib/integrity/trustedTypes";

// `next dev` makes scripts of text, and its files have no published hashes.
if (!isDevelopmentServer) {
  installTrustedTypes();
  registerScriptGuard();
}
