import type { DmkError } from "@ledgerhq/device-management-kit";
import { BallastError } from "@/lib/errors/BallastError";
import { LedgerFailedError } from "@/lib/errors/ledgerErrors";
import type { LedgerRequest } from "@/lib/transaction/LedgerRequest";
import { type DeviceAction, deviceResult } from "./deviceResult";
import type { LedgerActivityStore } from "./LedgerActivity";
import { type LedgerClock, wait } from "./LedgerClock";
import { type LedgerDevice, openLedger } from "./LedgerDevice";
import { ledgerFailure } from "./ledgerFailure";

/** One request's turn at the device. */
export type LedgerTurn = {
  /** The device, opened if it is not. */
  readonly open: (options?: { readonly mayAsk: boolean }) => Promise<LedgerDevice>;
  /** Says what the person is being asked on the device from now on. */
  readonly confirming: (request: LedgerRequest) => void;
  /** The result of one of the kit's actions, unless the device is lost before. */
  readonly result: <Output, Failure extends DmkError, Step>(
    action: DeviceAction<Output, Failure, Step>,
  ) => Promise<Output>;
  readonly letGo: () => void;
};

/**
 * How long the device is left alone after it showed how a request ended. It shows that for about 3 s; a signing request
 * in that time is answered 6a00, whereupon the kit would sign a bare hash without a word.
 */
const REST_MILLISECONDS = 3_500;

/** The turns at one device: one at a time, each after a rest if the one before ended on the device's screen. */
export class LedgerTurns {
  #queue: Promise<unknown> = Promise.resolve();
  #device: LedgerDevice | null = null;
  #request: LedgerRequest | null = null;
  #readyAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly clock: LedgerClock,
    private readonly activity: LedgerActivityStore,
  ) {}

  /** Waits for its turn, does the task, and names what failed. */
  take<Result>(task: (turn: LedgerTurn) => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(() => this.#perform(task));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #perform<Result>(task: (turn: LedgerTurn) => Promise<Result>): Promise<Result> {
    try {
      await this.#rest();
      return await task(this.#turn());
    } catch (thrown) {
      throw await this.#named(thrown);
    } finally {
      if (this.#request !== null && this.#device?.line.hasEndedOnScreen) {
        this.#readyAt = this.clock.now() + REST_MILLISECONDS;
      }
      if (this.#device?.line.end) this.#letGo();
      this.#request = null;
      this.activity.set({ kind: "idle" });
    }
  }

  async #rest(): Promise<void> {
    const milliseconds = this.#readyAt - this.clock.now();
    if (milliseconds <= 0) return;
    this.activity.set({ kind: "resting" });
    await wait(this.clock, milliseconds);
  }

  #turn(): LedgerTurn {
    return {
      open: (options) => this.#open(options?.mayAsk ?? false),
      confirming: (request) => {
        this.#request = request;
        this.activity.set({ kind: "confirming", request, isBlindSigningOn: this.#device?.isBlindSigningOn() ?? null });
      },
      result: async (action) => {
        const result = deviceResult(action);
        return this.#device === null ? result : this.#device.line.orEnd(result);
      },
      letGo: () => this.#letGo(),
    };
  }

  async #open(mayAsk: boolean): Promise<LedgerDevice> {
    if (this.#device?.line.end) this.#letGo();
    this.activity.set({ kind: this.#device === null ? "connecting" : "reading" });
    this.#device ??= await openLedger({ clock: this.clock, mayAsk });
    this.#device.line.forget();
    return this.#device;
  }

  async #named(thrown: unknown): Promise<BallastError> {
    const device = this.#device;
    if (device === null) {
      return thrown instanceof BallastError ? thrown : new LedgerFailedError(null, { cause: thrown });
    }
    const isBlindSigningOn = device.isBlindSigningOn();
    const failure = ledgerFailure(thrown, {
      line: device.line,
      isTypedData: this.#request?.kind === "typedData",
      isBlindSigningOn,
    });
    // What ails it nobody knows: the next request opens it anew.
    if (failure instanceof LedgerFailedError) this.#letGo();
    return failure ?? (await this.#wrongApp(device, thrown));
  }

  /** The device answered as another app does: which one? */
  async #wrongApp(device: LedgerDevice, thrown: unknown): Promise<BallastError> {
    const failure = await device.expectEthereum().then(
      () => new LedgerFailedError(null, { cause: thrown }),
      (named: unknown) => (named instanceof BallastError ? named : new LedgerFailedError(null, { cause: named })),
    );
    this.#letGo();
    return failure;
  }

  #letGo(): void {
    this.#device?.close();
    this.#device = null;
  }
}
