"use client";

import { useMemo } from "react";
import { isChecksummed } from "@/lib/chain/isChecksummed";
import { reviewFragment } from "@/lib/protocols/ballast/share/reviewFragment";
import {
  proposeCalldata,
  type TimelockOperation,
  timelockOperation,
} from "@/lib/protocols/governance/governanceCalldata";
import { transactionBuilderBatch } from "@/lib/protocols/safe/transactionBuilderBatch";
import { forAccount } from "@/lib/transaction/forAccount";
import type { SharedReview } from "@/lib/transaction/SharedReview";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";

/** A plan in the forms that others take it in. */
export type Handover = {
  /** The fragment of the same plan with another number of the Safe's transaction. */
  readonly withNonce: (nonce: bigint) => string;
  /** The fragment of the same plan made by another account; null for an address whose capitals do not fit, or where a rule is broken. */
  readonly madeBy: (account: Address) => string | null;
  /** Safe Transaction Builder's file, as text. */
  readonly builderFile: (createdAt: UnixSeconds) => string;
  readonly proposal: (description: string) => string;
  readonly timelock: (delay: bigint) => TimelockOperation;
};

/** How is a shared plan handed to a Safe, a governor or a timelock? */
export function useHandover({ plan, digest, calls }: SharedReview): Handover {
  return useMemo(
    () => ({
      withNonce: (safeNonce) => reviewFragment({ ...plan, safeNonce }),
      madeBy: (account) => {
        const own = isChecksummed(account) ? forAccount(calls, account) : null;
        return own === null ? null : reviewFragment({ ...plan, account, calls: own, safeNonce: null });
      },
      builderFile: (createdAt) => {
        const name = `Ballast plan ${digest.slice(2, 10)}`;
        return JSON.stringify(transactionBuilderBatch(plan, { name, createdAt }), null, 2);
      },
      proposal: (description) => proposeCalldata(plan.calls, description),
      timelock: (delay) => timelockOperation(plan.calls, { salt: digest, delay }),
    }),
    [plan, digest, calls],
  );
}
