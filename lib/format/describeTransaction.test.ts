import { describe, expect, test } from "vitest";
import {
  ACCOUNT,
  approveStep,
  DEPOSIT,
  depositManyCall,
  depositPlan,
  STRANGER,
  USDC,
} from "@/lib/transaction/planFixture";
import type { BlockReason, TransactionState } from "@/lib/transaction/TransactionState";
import { NOW } from "@/lib/vault/vaultFixture";
import { describeBlock, describeViolation } from "./describeBlock";
import { describeTransaction } from "./describeTransaction";

const chainName = (chainId: number) => `Chain ${chainId}`;
const HASH = `0x${"12".repeat(32)}` as const;
const PROGRESS = {
  plan: depositPlan({ steps: [{ kind: "act", call: depositManyCall() }] }),
  finished: [],
  nonce: null,
};
const SENT = { ...PROGRESS, hash: HASH, sentNonce: 1, earlierHashes: [] };

describe("notices", () => {
  test.each<readonly [TransactionState, string | null]>([
    [{ status: "idle" }, null],
    [{ status: "awaitingSignature", ...PROGRESS, askedNonce: null }, "Waiting for your wallet"],
    [{ status: "rejected", ...PROGRESS }, "Rejected in the wallet"],
    [{ status: "walletFailed", ...PROGRESS, code: "x" }, "Your wallet failed"],
    [
      { status: "unclear", ...PROGRESS, askedNonce: 1, knownHashes: [], isLookedAt: false },
      "Looking for your transaction",
    ],
    [
      { status: "unclear", ...PROGRESS, askedNonce: 1, knownHashes: [], isLookedAt: true },
      "Cannot tell whether it was sent",
    ],
    [{ status: "broadcast", ...SENT }, "Request sent"],
    [{ status: "broadcast", ...SENT, earlierHashes: [HASH] }, "Replaced with another fee"],
    [{ status: "pending", ...SENT, blockNumber: 1n, confirmations: 1 }, "Request in a block"],
    [{ status: "confirmed", ...SENT, blockNumber: 1n }, "Request confirmed"],
    [{ status: "reverted", ...SENT, blockNumber: 1n, revert: null }, "Request failed"],
    [{ status: "cancelled", ...SENT, byHash: HASH }, "Request cancelled"],
    [{ status: "replaced", ...SENT, byHash: HASH }, "Request replaced"],
    [{ status: "dropped", ...SENT }, "Request dropped"],
    [
      { status: "blocked", intent: DEPOSIT, plan: null, reason: { kind: "permitExpired" }, nonce: null },
      "The permit is out of date",
    ],
  ])("default: %o", (state, title) => expect(describeTransaction(state, chainName)?.title ?? null).toBe(title));

  test("behavior: an approval is called one, a revert tells what was lost", () => {
    const plan = depositPlan({ steps: [approveStep(), { kind: "act", call: depositManyCall() }] });
    expect(describeTransaction({ status: "broadcast", ...SENT, plan }, chainName)?.title).toBe("Approval sent");
    const revert = { errorName: "StrategyVault_DepositsPaused", arguments: {}, raw: "0x" } as const;
    const body = describeTransaction({ status: "reverted", ...SENT, blockNumber: 1n, revert }, chainName)?.body;
    expect(body).toContain("Nothing was taken. Only the network fee was paid.");
  });
});

describe("blocks", () => {
  test.each<readonly [BlockReason, string]>([
    [{ kind: "notPlanned", code: "rpcUnreachable" }, "rpcUnreachable"],
    [{ kind: "notSimulated", code: "rpcRefused" }, "rpcRefused"],
    [{ kind: "policy", violations: [{ kind: "unknownSpender", token: USDC.address, spender: STRANGER }] }, STRANGER],
    [{ kind: "wouldRevert", revert: { errorName: "StrategyVault_Dead", arguments: {}, raw: "0x" } }, "lost everything"],
    [{ kind: "accountChanged" }, "prepared for the one before"],
    [{ kind: "chainChanged", chainId: 1 }, "another network"],
    [
      {
        kind: "simulationDiffers",
        differences: [
          {
            account: ACCOUNT,
            token: USDC.address,
            symbol: "USDC",
            decimals: 6,
            expected: -1_000_000n,
            simulated: -2_000_000n,
          },
        ],
      },
      "Promised \u22121.00 USDC, simulated \u22122.00 USDC.",
    ],
  ])("default: %o", (reason, part) => expect(describeBlock(reason, chainName).why).toContain(part));

  test("behavior: every broken rule says what was found", () => {
    expect(describeViolation({ kind: "foreignBeneficiary", functionName: "redeem", found: STRANGER })).toContain(
      STRANGER,
    );
    expect(describeViolation({ kind: "permitTooLong", deadline: NOW, latest: NOW })).toContain("20 minutes");
    expect(describeViolation({ kind: "amountNotExact", token: USDC.address, found: 2n, expected: 1n })).toContain(
      "2 units where 1",
    );
  });
});
