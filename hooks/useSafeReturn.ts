"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { SAFE_ENTRY } from "@/lib/config/safeEntry";
import { useConnect } from "./useConnect";

/** What does "Connect wallet" do in a Safe's page? It goes back to the entry, which asks the Safe once more. */
export function useSafeReturn(): void {
  const router = useRouter();
  const { isOpen, close } = useConnect();
  // Synchronises with the router.
  useEffect(() => {
    if (!isOpen) return;
    close();
    router.push(SAFE_ENTRY);
  }, [isOpen, close, router]);
}
