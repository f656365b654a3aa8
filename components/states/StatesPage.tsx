"use client";

import Link from "next/link";
import { useState } from "react";
import { PageHeading } from "@/components/layout/PageHeading";
import { Section } from "@/components/layout/Section";
import { AmountField } from "@/components/ui/AmountField";
import { Banner } from "@/components/ui/Banner";
import { Button } from "@/components/ui/Button";
import { Segmented } from "@/components/ui/Segmented";
import { SkeletonRows } from "@/components/ui/SkeletonRows";
import { Toast } from "@/components/ui/Toast";
import { RpcRateLimitedError } from "@/lib/errors/chainErrors";
import { ReviewNews } from "../transaction/ReviewNews";
import { transactionToast } from "../transaction/transactionToast";
import { ReadFailure } from "../vault/ReadFailure";
import { SampleLedger } from "./SampleLedger";
import { REVIEW_STATES, SENT_STATES } from "./sampleTransactions";
import { SAMPLE_NOW } from "./sampleVaults";

const RATE_LIMITED = new RpcRateLimitedError();
const SIZES = [
  { value: "small", label: "Per 10,000 USDC" },
  { value: "large", label: "Whole vault" },
] as const;

const NO_REPLACEMENT = { replace: () => {}, asking: null, failure: null } as const;

/** What the app shows while it waits, when it fails and after a signature: the parts here, whole pages by their links. */
export function StatesPage({ pages }: { readonly pages: readonly string[] }) {
  return (
    <>
      <PageHeading title="States" lead="What the app shows while it waits, when it fails, and when you sign." />
      <Section title="Whole pages">
        <ul className="flex flex-wrap gap-x-5 gap-y-2 text-13">
          {pages.map((name) => (
            <li key={name}>
              <Link className="link" href={`/states/${name}`}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Banners" aside="One at a time, most serious first">
        <div className="grid gap-3">
          <Banner tone="warning" title="The ETH price is old." action={<Button size="sm">Check again</Button>}>
            The feed answered 74 minutes ago. Values of today use that price; what is on chain is not affected.
          </Banner>
          <Banner tone="loss" title="The deposit would fail.">
            The vault reached its cap. Nothing was sent.
          </Banner>
          <Banner tone="info" title="This vault is full.">
            There is room again when somebody leaves.
          </Banner>
          <ReadFailure error={RATE_LIMITED} readAt={SAMPLE_NOW} />
        </div>
      </Section>
      <Section title="Loading and failing" aside="Keeps what still works">
        <SkeletonRows count={3} label="Reading the vaults from the chain" />
        <ReadFailure error={RATE_LIMITED} onRetry={() => {}} />
      </Section>
      <Section title="Transaction toasts" aside="Stay until dismissed, except confirmed">
        <div className="grid gap-3 md:grid-cols-2">
          {Object.entries(SENT_STATES).map(([name, state]) => {
            const toast = transactionToast({ state, onRetry: () => {}, replacement: NO_REPLACEMENT });
            return toast ? <Toast key={name} toast={toast} onDismiss={() => {}} /> : null;
          })}
        </div>
      </Section>
      <Section title="News in the review">
        <div className="grid gap-3">
          {Object.entries(REVIEW_STATES).map(([name, state]) => (
            <ReviewNews key={name} state={state} chainName={(id) => `chain ${id}`} replacement={NO_REPLACEMENT} />
          ))}
        </div>
      </Section>
      <SampleLedger />
      <Controls />
    </>
  );
}

function Controls() {
  const [size, setSize] = useState<"small" | "large">("small");
  const [amount, setAmount] = useState("80,000.00");
  return (
    <Section title="Controls" aside="Rest, off with its reason, busy">
      <div className="grid max-w-xl gap-4">
        <span className="flex flex-wrap gap-3">
          <Button variant="primary">Deposit</Button>
          <Button variant="primary" reason="You have 62,418.07 USDC" reasonAs="label">
            Deposit
          </Button>
          <Button variant="primary" busy="Sending">
            Deposit
          </Button>
          <Button>Cancel</Button>
          <Button variant="ghost">Reset</Button>
        </span>
        <Segmented label="Amounts for" options={SIZES} value={size} onChange={setSize} />
        <AmountField
          label="Amount"
          value={amount}
          onChange={setAmount}
          unit="USDC"
          balance="Balance 62,418.07 USDC"
          onMax={() => setAmount("62,418.07")}
          error="You have 62,418.07 USDC."
        />
      </div>
    </Section>
  );
}
