import type { PricingRunner } from "./PricingRunner";
import type { PricingAnswer, PricingMessage } from "./pricingProtocol";

/** What is used of a Worker. */
export type PricingPort = Pick<Worker, "postMessage" | "addEventListener" | "terminate">;

/**
 * Starts a worker and waits until it says that it listens, because messages sent before may be lost while its modules load.
 * Undefined, and the worker terminated, when it cannot be made, fails, or says nothing within the bound. Never rejects.
 */
export function startWorker(spawn: () => PricingPort, readyWithinMs: number): Promise<PricingRunner | undefined> {
  return new Promise((resolve) => {
    const port = spawnedOrNone(spawn);
    if (port === undefined) return resolve(undefined);
    let isBroken = false;
    const waiting = new Map<number, (answer: PricingAnswer | undefined) => void>();
    const fail = () => {
      isBroken = true;
      clearTimeout(bound);
      port.terminate();
      resolve(undefined);
      for (const answer of waiting.values()) answer(undefined);
    };
    const bound = setTimeout(fail, readyWithinMs);
    const run: PricingRunner["run"] = (question) =>
      new Promise((answer) => {
        if (isBroken) return answer(undefined);
        waiting.set(question.id, answer);
        try {
          port.postMessage(question);
        } catch (error) {
          // Not plain data: nothing was sent.
          waiting.delete(question.id);
          answer({ type: "failure", id: question.id, message: error instanceof Error ? error.message : String(error) });
        }
      });
    port.addEventListener("error", fail);
    port.addEventListener("messageerror", fail);
    port.addEventListener("message", ({ data }: MessageEvent<PricingMessage>) => {
      clearTimeout(bound);
      if (data.type === "ready") return resolve({ thread: "worker", run, stop: fail });
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
  });
}

/** No Worker in this browser, or one that its policy forbids, throws here. */
function spawnedOrNone(spawn: () => PricingPort): PricingPort | undefined {
  try {
    return spawn();
  } catch {
    return undefined;
  }
}
