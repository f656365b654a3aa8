import { encodeFunctionData, parseAbi } from "viem";
import { describe, expect, it } from "vitest";
import {
  ACCOUNT,
  approveStep,
  DEPOSIT,
  depositPlan,
  permitStep,
  ROUTER,
  STRANGER,
  USDC,
} from "@/lib/transaction/planFixture";
import { DEPLOYMENT } from "../deploymentFixture";
import { describeCall } from "../describeCall";
import { encodeAct } from "../prepare/encodeAct";
import { reviewShared } from "./reviewShared";
import { sharedPlanOf } from "./sharedPlanOf";

const ABI = parseAbi([
  "function setOperator(address operator, bool approved) returns (bool)",
  "function setApprovalForAll(address operator, bool approved)",
]);
const act = describeCall(
  encodeAct(DEPOSIT, { account: ACCOUNT, addresses: DEPLOYMENT.addresses, permitOf: () => undefined }),
);
const byPermit = sharedPlanOf(depositPlan({ steps: [permitStep(), { kind: "act", call: act }] }), DEPLOYMENT.addresses);

describe("sharedPlanOf", () => {
  it("default: a permit becomes the approval of the same amount, and the deposit carries none", () => {
    const byApproval = depositPlan({ steps: [approveStep(), { kind: "act", call: act }] });
    expect(byPermit.calls).toEqual(sharedPlanOf(byApproval, DEPLOYMENT.addresses).calls);
    expect(byPermit).toMatchObject({ chainId: 31337, account: ACCOUNT, safeNonce: null });
  });

  it("behavior: a switch of the network is no call", () => {
    const switching = depositPlan({
      steps: [{ kind: "switchChain", chainId: 31337 }, permitStep(), { kind: "act", call: act }],
    });
    expect(sharedPlanOf(switching, DEPLOYMENT.addresses).calls).toEqual(byPermit.calls);
  });
});

describe("reviewShared", () => {
  it("default: a plan of ours is decoded whole and breaks nothing", () => {
    const review = reviewShared(byPermit, DEPLOYMENT);
    expect(review.violations).toEqual([]);
    expect(
      review.calls.map(({ decoded, violations }) => [decoded.ok && decoded.call.functionName, violations]),
    ).toEqual([
      ["approve", []],
      ["depositMany", []],
    ]);
  });

  it("error: another chain", () => {
    expect(reviewShared({ ...byPermit, chainId: 1 }, DEPLOYMENT).violations).toEqual([
      { kind: "wrongChain", found: 1, expected: 31337 },
    ]);
  });

  it("error: a stranger's contract is not put into words, not even with a function's own bytes", () => {
    const [approval] = byPermit.calls;
    if (approval === undefined) throw new TypeError("no call");
    const [found] = reviewShared({ ...byPermit, calls: [{ ...approval, to: STRANGER }] }, DEPLOYMENT).calls;
    expect(found?.decoded).toEqual({ ok: false, reason: "target" });
  });

  it("error: a function of ours that no plan uses is told with its arguments, a foreign one as bytes", () => {
    const calldata = encodeFunctionData({ abi: ABI, functionName: "setOperator", args: [STRANGER, true] });
    const to = DEPLOYMENT.vaults[0]?.address ?? ROUTER;
    const [operator] = reviewShared({ ...byPermit, calls: [{ to, value: 0n, calldata }] }, DEPLOYMENT).calls;
    expect(operator?.decoded).toMatchObject({ ok: true, call: { functionName: "setOperator" } });
    expect(operator?.violations.map(({ kind }) => kind)).toContain("unknownFunction");
    const foreign = encodeFunctionData({ abi: ABI, functionName: "setApprovalForAll", args: [STRANGER, true] });
    const [all] = reviewShared({ ...byPermit, calls: [{ to, value: 0n, calldata: foreign }] }, DEPLOYMENT).calls;
    expect(all?.decoded).toEqual({ ok: false, reason: "function" });
  });

  it("error: bytes behind a call's own are not passed over", () => {
    const [approval] = byPermit.calls;
    const calldata = `${approval?.calldata ?? "0x"}${"00".repeat(32)}` as const;
    const calls = [{ to: USDC.address, value: 0n, calldata: calldata as `0x${string}` }];
    expect(reviewShared({ ...byPermit, calls }, DEPLOYMENT).calls[0]?.decoded).toEqual({ ok: false, reason: "bytes" });
  });
});
