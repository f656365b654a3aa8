import type { Metadata } from "next";
import { ExitView } from "@/components/exit/ExitView";
import { nodePolicy } from "@/lib/server/nodePolicy";

export const metadata: Metadata = { title: "Exit only" };

/** The way out when everything else is gone. The server reads no chain for it, so that it answers whatever became of its own node. */
export default async function ExitPage() {
  return <ExitView policy={await nodePolicy()} />;
}
