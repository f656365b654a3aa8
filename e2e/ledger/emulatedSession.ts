import { vi } from "vitest";
import type { LedgerClock } from "@/lib/wallets/ledger/LedgerClock";
import { LedgerSession } from "@/lib/wallets/ledger/LedgerSession";
import { EmulatedHid } from "./EmulatedHid";
import { EmulatedLedger } from "./EmulatedLedger";

/** The first account of the published mnemonic. */
export const ACCOUNT = { path: "m/44'/60'/0'/0/0", address: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" } as const;

/** A transfer of ether. */
export const TRANSFER = {
  type: "eip1559",
  chainId: 31_337,
  nonce: 1,
  to: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  value: 10n ** 16n,
  gas: 21_000n,
  maxFeePerGas: 20_000_000_000n,
  maxPriorityFeePerGas: 1_000_000_000n,
} as const;

/** A session with an emulated device on the page's bus, and a network that must not be asked. */
export function emulatedSession() {
  const clock = new StandingClock();
  const ledger = new EmulatedLedger(clock.now);
  const hid = new EmulatedHid(ledger);
  vi.stubGlobal("navigator", { hid });
  const asked = vi.fn(() => {
    throw new RangeError("The network was asked.");
  });
  for (const name of ["fetch", "XMLHttpRequest", "WebSocket"]) vi.stubGlobal(name, asked);
  return { clock, ledger, hid, asked, session: new LedgerSession(clock) };
}

/** A clock that stands until it is told, but lets short waits pass at once: the rest between two requests costs no time. */
class StandingClock implements LedgerClock {
  #time = 0;
  readonly #timers = new Set<{ readonly at: number; readonly then: () => void }>();
  /** Milliseconds that requests rested, in order. */
  readonly rests: number[] = [];

  readonly now = (): number => this.#time;

  readonly after = (milliseconds: number, then: () => void): (() => void) => {
    if (milliseconds <= LONGEST_REST) {
      this.rests.push(milliseconds);
      this.#time += milliseconds;
      setImmediate(then);
      return () => undefined;
    }
    const timer = { at: this.#time + milliseconds, then };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** Does anybody wait? */
  get isAwaited(): boolean {
    return this.#timers.size > 0;
  }

  /** Lets time pass; whoever waited for less is called. */
  pass(milliseconds: number): void {
    this.#time += milliseconds;
    for (const timer of [...this.#timers]) {
      if (timer.at > this.#time) continue;
      this.#timers.delete(timer);
      timer.then();
    }
  }
}

const LONGEST_REST = 4_000;
