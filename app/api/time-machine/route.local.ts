import { devnetRoute } from "@/lib/server/devnetRoute";

/** Jumps to the next expiry: local profile only (next.config picks the file up by its extension). */
export const POST = devnetRoute("time-machine");
