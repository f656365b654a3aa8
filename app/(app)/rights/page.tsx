import type { Metadata } from "next";
import { RightsView } from "@/components/rights/RightsView";

export const metadata: Metadata = { title: "Permissions" };

/** Who may take what of an address. Whose is only known in the browser, so the server reads nothing. */
export default function RightsPage() {
  return <RightsView />;
}
