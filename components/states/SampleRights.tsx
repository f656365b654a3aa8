"use client";

import { CHAIN_ID, ROUTER, SECOND_VAULT, STRANGER, USDC, VAULT } from "@/lib/transaction/planFixture";
import type { StandingRight } from "@/lib/vault/StandingRight";
import { PageHeading } from "../layout/PageHeading";
import { RightsTable } from "../rights/RightsTable";
import { rightRow } from "../rights/rightRow";
import { SAMPLE_NOW } from "./sampleVaults";

const POOL = `0x${"aa".repeat(20)}` as const;
const KNOWN = {
  addresses: { strategyRouter: ROUTER },
  vaults: [
    { address: VAULT, name: "ETH Put Income" },
    { address: SECOND_VAULT, name: "ETH Iron Condor" },
  ],
  registry: { vaults: [{ address: POOL, name: "Aave v3" }] },
};
const SHARE = { address: VAULT, symbol: "blUSDC-CSP", decimals: 18 };
const SOME = { kind: "allowance", amount: 1_500_000_000n, token: USDC, lastSetAt: SAMPLE_NOW } as const;

/** A right of every kind, to every kind of holder. */
const RIGHTS: readonly StandingRight[] = [
  { kind: "operator", vault: VAULT, operator: STRANGER, lastSetAt: SAMPLE_NOW },
  { ...SOME, spender: ROUTER },
  { ...SOME, spender: SECOND_VAULT, amount: 2n ** 256n - 1n, lastSetAt: null },
  { ...SOME, token: SHARE, spender: STRANGER, amount: 2n ** 256n - 1n },
  { ...SOME, token: SHARE, spender: SECOND_VAULT },
  { ...SOME, spender: POOL },
];

/** Every kind of permission, as the page lists it. */
export function SampleRights() {
  return (
    <>
      <PageHeading title="Permissions, a row for every kind" lead={`As on chain ${CHAIN_ID}.`} />
      <RightsTable rows={RIGHTS.map((right) => rightRow(right, KNOWN, SAMPLE_NOW))} onRevoke={() => {}} />
    </>
  );
}
