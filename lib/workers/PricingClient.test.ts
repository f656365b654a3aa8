import { describe, expect, test } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { answerQuestion } from "./answerQuestion";
import { createPricingClient } from "./PricingClient";
import type { PricingInput, PricingMessage, PricingQuestion } from "./pricingProtocol";
import type { PricingPort } from "./startWorker";

/** A worker's port, played by the test: keeps what it is asked and says what it is told to. */
class FakePort implements PricingPort {
  readonly asked: PricingQuestion[] = [];
  isTerminated = false;
  private readonly target = new EventTarget();
  readonly addEventListener = this.target.addEventListener.bind(this.target);

  postMessage(question: PricingQuestion) {
    this.asked.push(structuredClone(question));
  }

  terminate() {
    this.isTerminated = true;
  }

  say(message: PricingMessage) {
    this.target.dispatchEvent(new MessageEvent("message", { data: structuredClone(message) }));
  }

  /** Answers the newest question as the worker would. */
  answer() {
    const question = this.asked.at(-1);
    if (question) this.say(answerQuestion(question));
  }

  fail(type: "error" | "messageerror") {
    this.target.dispatchEvent(new Event(type));
  }
}

/** Until everything that can go on without the test has. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

const PRODUCT = {
  underlying: "ETH",
  deposit: "quote" as const,
  expiry: unixSeconds(1_800_000_000n),
  legs: [{ isPut: true, side: -1 as const, strike: 3000, quantity: 0.001 }],
  cash: 1,
  premium: 0.01,
  entrySpot: 3500,
};

function scenarioAt(volatility: number): PricingInput<"scenario"> {
  const market = { model: { name: "black" as const, volatility }, spot: 3500, timeToExpiryYears: 0.02 };
  return { product: PRODUCT, market, spots: [3000, 3500] };
}

function started() {
  const port = new FakePort();
  const client = createPricingClient({ spawn: () => port });
  return { port, client };
}

describe("with a worker", () => {
  test("default: asks once the worker is ready and gives its answer", async () => {
    const { port, client } = started();
    const reply = client.request("scenario", scenarioAt(0.6));
    await settled();
    expect(port.asked).toEqual([]);
    port.say({ type: "ready" });
    await settled();
    expect(port.asked).toEqual([{ id: 1, kind: "scenario", input: scenarioAt(0.6) }]);
    port.answer();
    expect(await reply).toMatchObject({
      ok: true,
      ranOn: "worker",
      output: { greeks: { valueUsd: expect.any(Number) } },
    });
  });

  test("behavior: on a channel only the newest counts: those that wait are never sent, the one under way is dropped", async () => {
    const { port, client } = started();
    port.say({ type: "ready" });
    const replies = [0.5, 0.6, 0.7].map((volatility) => {
      const reply = client.request("scenario", scenarioAt(volatility), { channel: "slider" });
      port.say({ type: "ready" });
      return reply;
    });
    expect(await Promise.all(replies.slice(0, 2))).toEqual([
      { ok: false, reason: "superseded" },
      { ok: false, reason: "superseded" },
    ]);
    await settled();
    expect(port.asked.map(({ input }) => input)).toEqual([scenarioAt(0.7)]);
    const newest = client.request("scenario", scenarioAt(0.8), { channel: "slider" });
    expect(await replies[2]).toEqual({ ok: false, reason: "superseded" });
    port.answer();
    await settled();
    expect(port.asked.map(({ input }) => input)).toEqual([scenarioAt(0.7), scenarioAt(0.8)]);
    port.answer();
    expect(await newest).toMatchObject({ ok: true });
  });

  test("behavior: channels do not touch each other, and without one every question is answered", async () => {
    const { port, client } = started();
    const replies = ["a", "b", undefined, undefined].map((channel) =>
      client.request("scenario", scenarioAt(0.6), channel === undefined ? {} : { channel }),
    );
    port.say({ type: "ready" });
    for (const _ of replies) {
      await settled();
      port.answer();
    }
    for (const reply of await Promise.all(replies)) expect(reply).toMatchObject({ ok: true, ranOn: "worker" });
    expect(port.asked.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  });

  test("error: what a function throws comes back as data, and the worker goes on", async () => {
    const { port, client } = started();
    port.say({ type: "ready" });
    const reply = client.request("scenario", scenarioAt(0.6));
    port.say({ type: "ready" });
    await settled();
    port.say({ type: "failure", id: 1, message: "no such thing" });
    expect(await reply).toEqual({ ok: false, reason: "failed", message: "no such thing" });
    const next = client.request("scenario", scenarioAt(0.6));
    await settled();
    port.answer();
    expect(await next).toMatchObject({ ok: true, ranOn: "worker" });
  });

  test("error: a question that is no plain data is answered by the refusal, and the next one is asked", async () => {
    const { port, client } = started();
    const input = { ...scenarioAt(0.6), spots: [3000], extra: () => undefined };
    const refused = client.request("scenario", input);
    port.say({ type: "ready" });
    expect(await refused).toMatchObject({ ok: false, reason: "failed" });
    const next = client.request("scenario", scenarioAt(0.6));
    await settled();
    port.answer();
    expect(await next).toMatchObject({ ok: true, ranOn: "worker" });
  });

  test("behavior: closed, the worker is gone, and what was open or comes later is answered so", async () => {
    const { port, client } = started();
    const open = client.request("scenario", scenarioAt(0.6));
    port.say({ type: "ready" });
    await settled();
    client.close();
    expect(port.isTerminated).toBe(true);
    expect(await open).toEqual({ ok: false, reason: "closed" });
    expect(await client.request("scenario", scenarioAt(0.6))).toEqual({ ok: false, reason: "closed" });
  });

  test("behavior: closed before the worker was ready, it is ended as soon as it is", async () => {
    const { port, client } = started();
    const open = client.request("scenario", scenarioAt(0.6));
    client.close();
    expect(await open).toEqual({ ok: false, reason: "closed" });
    port.say({ type: "ready" });
    await settled();
    expect(port.isTerminated).toBe(true);
    expect(port.asked).toEqual([]);
  });
});

describe("without a worker the main thread has the same answers", () => {
  const expected = answerQuestion({ id: 1, kind: "scenario", input: scenarioAt(0.6) });
  const output = expected.type === "answer" ? expected.output : undefined;

  test("behavior: there is none in this runtime", async () => {
    expect("Worker" in globalThis).toBe(false);
    const reply = await createPricingClient().request("scenario", scenarioAt(0.6));
    expect(reply).toEqual({ ok: true, ranOn: "mainThread", output });
  });

  test("behavior: it cannot be made", async () => {
    const client = createPricingClient({
      spawn: () => {
        throw new DOMException("Access denied", "SecurityError");
      },
    });
    expect(await client.request("scenario", scenarioAt(0.6))).toEqual({ ok: true, ranOn: "mainThread", output });
  });

  test.each(["error", "messageerror"] as const)("behavior: it fails before it is ready (%s)", async (type) => {
    const { port, client } = started();
    const reply = client.request("scenario", scenarioAt(0.6));
    port.fail(type);
    expect(await reply).toEqual({ ok: true, ranOn: "mainThread", output });
    expect(port.isTerminated).toBe(true);
  });

  test("behavior: it says nothing within the bound", async () => {
    const port = new FakePort();
    const client = createPricingClient({ spawn: () => port, readyWithinMs: 1 });
    expect(await client.request("scenario", scenarioAt(0.6))).toEqual({ ok: true, ranOn: "mainThread", output });
    expect(port.isTerminated).toBe(true);
  });

  test("behavior: it fails under way: the question under way and all later ones are answered here", async () => {
    const { port, client } = started();
    const first = client.request("scenario", scenarioAt(0.6));
    const second = client.request("scenario", scenarioAt(0.6));
    port.say({ type: "ready" });
    await settled();
    port.fail("error");
    expect(await first).toEqual({ ok: true, ranOn: "mainThread", output });
    expect(await second).toEqual({ ok: true, ranOn: "mainThread", output });
    expect(port.asked).toHaveLength(1);
  });

  test("behavior: answers come in a later task, never before request returns, and stale ones are dropped here too", async () => {
    const client = createPricingClient();
    let isAnswered = false;
    const old = client.request("scenario", scenarioAt(0.5), { channel: "a" });
    const reply = client.request("scenario", scenarioAt(0.6), { channel: "a" }).then((value) => {
      isAnswered = true;
      return value;
    });
    await Promise.resolve();
    expect(isAnswered).toBe(false);
    expect(await old).toEqual({ ok: false, reason: "superseded" });
    expect(await reply).toEqual({ ok: true, ranOn: "mainThread", output });
  });

  test("error: what a function throws comes back as data", async () => {
    const broken: PricingInput<"scenario"> = JSON.parse('{ "market": {} }');
    const reply = await createPricingClient().request("scenario", broken);
    expect(reply).toMatchObject({ ok: false, reason: "failed", message: expect.stringContaining("undefined") });
  });
});
