import { devnetRoute } from "@/lib/server/devnetRoute";

/** Test funds for an address: local profile only (next.config picks the file up by its extension). */
export const POST = devnetRoute("faucet");
