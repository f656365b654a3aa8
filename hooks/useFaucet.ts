"use client";

import { useMutation } from "@tanstack/react-query";
import { askDevnet } from "@/lib/queries/askDevnet";
import type { Address } from "@/lib/vault/Token";

/** How does an address get test funds on the local chain? `mutate(address)` asks for them. */
export function useFaucet() {
  return useMutation({ mutationFn: (address: Address) => askDevnet("faucet", { address }) });
}
