import type { Metadata } from "next";
import { SettingsView } from "@/components/settings/SettingsView";
import { nodePolicies } from "@/lib/server/nodePolicy";

export const metadata: Metadata = { title: "Settings" };

/** What this browser keeps and may reach. The server knows only what the page's own policy says. */
export default async function SettingsPage() {
  return <SettingsView policies={await nodePolicies()} />;
}
