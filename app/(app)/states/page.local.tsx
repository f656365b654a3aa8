import type { Metadata } from "next";
import { StatesPage } from "@/components/states/StatesPage";
import { WHOLE_PAGES } from "@/components/states/wholePages";

export const metadata: Metadata = { title: "States" };

/** Every state of the screens in one place, for people who build them and for the browser lane. The local profile alone has it. */
export default function StatesRoute() {
  return <StatesPage pages={Object.keys(WHOLE_PAGES)} />;
}
