import fc from "fast-check";
import { expect, test } from "vitest";
import { atomicOn } from "./atomicOn";

const on = (status: unknown) => ({ atomic: { status } });

test.each<readonly [string, unknown]>([
  ["of the chain", { "0x7a69": on("supported") }],
  ["of every chain", { "0x0": on("supported") }],
  ["of the chain, in capital digits", { "0x7A69": on("supported") }],
  [
    "of the chain, among others",
    { "0x1": on("unsupported"), "0x7a69": { paymasterService: { supported: true }, ...on("supported") } },
  ],
  ["of every chain, the chain itself silent about it", { "0x0": on("supported"), "0x7a69": {} }],
])("default: a promise %s is taken", (_name, answer) => {
  expect(atomicOn(answer, 31_337)).toBe(true);
});

test.each<readonly [string, unknown]>([
  ["another chain", { "0x1": on("supported") }],
  ["another chain, this one told that it does not", { "0x0": on("supported"), "0x7a69": on("unsupported") }],
  ["a wallet that would first become a smart account", { "0x7a69": on("ready") }],
  ["an unknown word", { "0x7a69": on("SUPPORTED") }],
  ["the older draft", { "0x7a69": { atomicBatch: { supported: true } } }],
  ["a bare yes", { "0x7a69": { atomic: true } }],
  ["a bare word", { "0x7a69": { atomic: "supported" } }],
  ["a status that is no text", { "0x7a69": on(true) }],
  ["a list", { "0x7a69": { atomic: ["supported"] } }],
  ["a list of chains", [on("supported")]],
  ["a number in decimals", { "31337": on("supported") }],
  ["a number with a leading zero", { "0x07a69": on("supported") }],
  ["text", '{"0x7a69":{"atomic":{"status":"supported"}}}'],
  ["nothing", null],
  ["nothing at all", undefined],
  ["no chain", {}],
  ["a chain that is null", { "0x7a69": null }],
  ["an atomic that is null", { "0x0": on("supported"), "0x7a69": { atomic: null } }],
])("error: %s is no promise", (_name, answer) => {
  expect(atomicOn(answer, 31_337)).toBe(false);
});

test("error: whatever a wallet answers, nothing throws", () => {
  fc.assert(fc.property(fc.anything(), (answer) => atomicOn(answer, 31_337) === false));
});
