import type { Metadata } from "next";
import { ReviewView } from "@/components/review/ReviewView";

export const metadata: Metadata = { title: "Review a plan", robots: { index: false } };

/** A plan that somebody shares. It stands behind `#` in the address, which only the browser knows, so the server reads nothing. */
export default function ReviewPage() {
  return <ReviewView />;
}
