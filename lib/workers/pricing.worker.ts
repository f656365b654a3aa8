import { answerQuestion } from "./answerQuestion";
import type { PricingMessage, PricingQuestion } from "./pricingProtocol";

/** The pricing worker's entry: one question, one answer, in the order asked. Says `ready` once it listens. */
self.addEventListener("message", ({ data }: MessageEvent<PricingQuestion>) => {
  const answer = answerQuestion(data);
  post(answer, answer.type === "answer" ? buffersOf(answer.output) : []);
});

post({ type: "ready" }, []);

function post(message: PricingMessage, transfer: ArrayBuffer[]): void {
  self.postMessage(message, { transfer });
}

/** The memory of every Float64Array in an output, to be handed over instead of copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (value instanceof Float64Array) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  return typeof value === "object" && value !== null ? [...new Set(Object.values(value).flatMap(buffersOf))] : [];
}
