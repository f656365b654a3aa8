import type { PricingAnswer, PricingQuestion } from "./pricingProtocol";

/** The thread that computes an answer. */
export type PricingThread = "worker" | "mainThread";

/** Something that answers questions, one at a time. */
export type PricingRunner = {
  readonly thread: PricingThread;
  /** Undefined when the runner is broken and will answer no more. Never rejects. */
  run(question: PricingQuestion): Promise<PricingAnswer | undefined>;
  stop(): void;
};
