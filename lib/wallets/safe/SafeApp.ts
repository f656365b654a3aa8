import type { Address, Hex } from "viem";
import { within } from "@/lib/chain/within";

/** The Safe that shows this page, by its page's word. */
export type SafeAccount = { readonly address: Address; readonly chainId: number; readonly owners: number };

/** A call as a Safe's page takes it: the value in wei, as a decimal. */
export type SafeCall = { readonly to: Address; readonly value: string; readonly data: Hex };

/** What is asked of the Safe's page around this one. Answers are unknown: whoever frames the page writes them. */
export type SafeApp = {
  readonly account: () => Promise<unknown>;
  /** Rejects with the page's own words; waits for as long as the person thinks about it. */
  readonly send: (calls: readonly SafeCall[]) => Promise<unknown>;
  readonly transaction: (safeTxHash: Hex) => Promise<unknown>;
};

/** Longest wait for an answer that needs nobody's decision. */
const PATIENCE_MILLISECONDS = 10_000;

/**
 * The page around this one, through Safe's SDK, which is loaded here. It hears the parent window alone, and of the parent only
 * messages from one of the origins.
 */
export async function openSafeApp(origins: readonly string[]): Promise<SafeApp> {
  const { default: SafeAppsSDK } = await import("@safe-global/safe-apps-sdk");
  const sdk = new SafeAppsSDK({ allowedDomains: origins.map(exactly) });
  return {
    account: () => answered(sdk.safe.getInfo()),
    send: (calls) => sdk.txs.send({ txs: [...calls] }),
    transaction: (safeTxHash) => answered(sdk.txs.getBySafeTxHash(safeTxHash)),
  };
}

/** The SDK looks for the origin with a pattern. */
function exactly(origin: string): RegExp {
  return new RegExp(`^${origin.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")}$`);
}

/** The SDK waits for ever where nobody answers. */
function answered(asked: Promise<unknown>): Promise<unknown> {
  return within(PATIENCE_MILLISECONDS, asked, "The Safe's page does not answer.");
}
