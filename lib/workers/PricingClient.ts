import { mainThreadRunner } from "./mainThreadRunner";
import type { PricingRunner, PricingThread } from "./PricingRunner";
import type { PricingAnswer, PricingInput, PricingKind, PricingOutput, PricingQuestion } from "./pricingProtocol";
import { type PricingPort, startWorker } from "./startWorker";

/**
 * What a question comes to. `superseded`: a newer one was asked on its channel. `closed`: the client is. `failed`: its function threw, or
 * its code could not be loaded.
 */
export type PricingReply<K extends PricingKind = PricingKind> =
  | { readonly ok: true; readonly output: PricingOutput<K>; readonly ranOn: PricingThread }
  | { readonly ok: false; readonly reason: "superseded" | "closed" }
  | { readonly ok: false; readonly reason: "failed"; readonly message: string };

export type PricingClient = {
  /**
   * Asks one question; the promise never rejects. On a channel only the newest question counts: an older one is answered `superseded` at
   * once, is not computed when its turn has not come, and its answer is dropped when it has. Without a channel every question is answered.
   */
  request<K extends PricingKind>(
    kind: K,
    input: PricingInput<K>,
    options?: { readonly channel?: string },
  ): Promise<PricingReply<K>>;
  /** Stops the worker; whatever is open or asked later is answered `closed`. */
  close(): void;
};

export type PricingClientOptions = {
  /** Makes the worker: the project's own when left out. */
  readonly spawn?: () => PricingPort;
  /** How long a worker may take until it listens. */
  readonly readyWithinMs?: number;
};

/** A question that has no reply yet. */
type Ticket = {
  readonly question: PricingQuestion;
  readonly channel: string | undefined;
  readonly settle: (reply: PricingReply) => void;
};

/** A script that takes longer than this on a slow line is not worth the wait: the main thread has the same functions. */
const READY_WITHIN_MS = 5_000;

/**
 * One worker behind a queue, started by the first question. One question is under way at a time, so that what waits can be superseded
 * without being computed. When there is no worker, or it fails at any time, the main thread takes over, the question under way included.
 */
export function createPricingClient(options: PricingClientOptions = {}): PricingClient {
  const { spawn = spawnPricingWorker, readyWithinMs = READY_WITHIN_MS } = options;
  const open = new Set<Ticket>();
  let runner: PricingRunner | undefined;
  let isWorking = false;
  let isClosed = false;
  let lastId = 0;
  const settle = (ticket: Ticket, reply: PricingReply) => {
    if (open.delete(ticket)) ticket.settle(reply);
  };
  const work = async () => {
    if (isWorking) return;
    isWorking = true;
    runner ??= (await startWorker(spawn, readyWithinMs)) ?? mainThreadRunner;
    for (let [ticket] = open; ticket !== undefined; [ticket] = open) {
      const answer = await runner.run(ticket.question);
      if (answer === undefined) runner = mainThreadRunner;
      else settle(ticket, replyOf(answer, runner.thread));
    }
    isWorking = false;
    // Closed while the worker was starting: it could not be stopped then.
    if (isClosed) runner.stop();
  };
  return {
    request: (kind, input, { channel } = {}) =>
      new Promise((resolve) => {
        if (isClosed) return resolve({ ok: false, reason: "closed" });
        for (const older of open)
          if (channel !== undefined && older.channel === channel) settle(older, { ok: false, reason: "superseded" });
        lastId += 1;
        open.add({ question: { id: lastId, kind, input }, channel, settle: resolve });
        void work();
      }),
    close: () => {
      isClosed = true;
      for (const ticket of open) settle(ticket, { ok: false, reason: "closed" });
      runner?.stop();
    },
  };
}

function replyOf(answer: PricingAnswer, ranOn: PricingThread): PricingReply {
  if (answer.type === "answer") return { ok: true, output: answer.output, ranOn };
  return { ok: false, reason: "failed", message: answer.message };
}

function spawnPricingWorker(): PricingPort {
  return new Worker(new URL("./pricing.worker.ts", import.meta.url), { type: "module" });
}
