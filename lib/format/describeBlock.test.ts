import { describe, expect, test } from "vitest";
import { ACCOUNT, STRANGER, USDC } from "@/lib/transaction/planFixture";
import type { BlockReason } from "@/lib/transaction/TransactionState";
import { NOW } from "@/lib/vault/vaultFixture";
import { describeBlock, describeViolation, describeWalletFailure } from "./describeBlock";

const chainName = (chainId: number) => `Chain ${chainId}`;

describe("blocks", () => {
  test.each<readonly [BlockReason, string]>([
    [{ kind: "notPlanned", code: "rpcUnreachable" }, "No RPC node answered."],
    [{ kind: "notSimulated", code: "rpcRefused" }, "refused the request"],
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

  test("behavior: a failing wallet by its code, an unknown one by name", () => {
    expect(describeWalletFailure("walletBusy").why).toContain("one at a time");
    expect(describeWalletFailure("constructor").why).toBe("The cause is called constructor.");
  });
});
