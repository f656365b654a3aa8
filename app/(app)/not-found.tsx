import type { Metadata } from "next";
import { NoSuchPage } from "@/components/layout/NoSuchPage";

export const metadata: Metadata = { title: "No such page" };

/** Within the app's frame: an address of the app's own kind that names no chain or vault it knows. */
export default function NotFound() {
  return <NoSuchPage />;
}
