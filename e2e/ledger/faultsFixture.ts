import { recoverMessageAddress, stringToHex } from "viem";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { FLOWS } from "@/lib/wallets/ledger/transcriptFixture";
import type { Knobs } from "./EmulatedLedger";
import { ACCOUNT, emulatedSession, TRANSFER } from "./emulatedSession";

/** The emulated device of the test that runs, and a session with it. */
export const at = emulatedSession();

/** A device and a session of its own for each test of a file; none may ask the network. */
export function aDeviceForEach(): void {
  beforeEach(() => void Object.assign(at, emulatedSession()));
  afterEach(() => {
    vi.useRealTimers();
    expect(at.asked).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
}

const MESSAGE = stringToHex("Sign in to Option Vault");
const PERMIT = FLOWS.find(({ name }) => name === "permit")?.request.typedData;

export const signMessage = () => at.session.signMessage(ACCOUNT, MESSAGE);
export const signTransaction = () => at.session.signTransaction(ACCOUNT, TRANSFER);
export const signPermit = () =>
  PERMIT ? at.session.signTypedData(ACCOUNT, PERMIT) : Promise.reject(new RangeError("no permit"));

/** What a request ends with: "fine", or the code of what it failed with. */
export const codeOf = (request: Promise<unknown>) =>
  request.then(
    () => "fine",
    (thrown: { readonly code?: string }) => thrown.code,
  );

/** After the fault is mended the device signs again, in the same session. */
export async function expectMended(mended: Partial<Knobs>) {
  Object.assign(at.ledger.knobs, mended);
  const signature = await signMessage();
  expect(await recoverMessageAddress({ message: { raw: MESSAGE }, signature })).toBe(ACCOUNT.address);
}
