import type { PricingRunner } from "./PricingRunner";

/**
 * Answers on the page's own thread with the worker's functions, loaded when first asked. Each answer has a task of its own, so that the
 * page can paint and take input between two of them. Code that cannot be loaded is a failed answer.
 */
export const mainThreadRunner: PricingRunner = {
  thread: "mainThread",
  run: async (question) => {
    try {
      const { answerQuestion } = await import("./answerQuestion");
      await new Promise((resolve) => setTimeout(resolve));
      return answerQuestion(question);
    } catch (error) {
      return { type: "failure", id: question.id, message: error instanceof Error ? error.message : String(error) };
    }
  },
  stop: () => undefined,
};
