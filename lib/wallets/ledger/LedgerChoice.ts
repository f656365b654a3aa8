import type { BallastError } from "@/lib/errors/BallastError";
import { derivationPath, type LedgerScheme } from "./derivationPath";
import { browserClock, type LedgerClock } from "./LedgerClock";
import type { LedgerAccount, LedgerSession } from "./LedgerSession";

/** Where the choice of an account stands. */
export type LedgerChoiceState =
  | { readonly kind: "looking" }
  /** Something is in the way. Looked for again by itself, except where only another browser helps. */
  | { readonly kind: "waiting"; readonly failure: BallastError; readonly wasFound: boolean }
  | {
      readonly kind: "choosing";
      readonly scheme: LedgerScheme;
      /** In the order of the scheme, from its first. */
      readonly accounts: readonly LedgerAccount[];
      /** How many accounts are wanted; fewer are there while the device is still asked. */
      readonly wanted: number;
      readonly perPage: number;
    };

/** Accounts that are read at a time. */
const ACCOUNTS_PER_PAGE = 5;

/** Between two looks at a device that is not ready. */
const PAUSE_MILLISECONDS = 1_500;

/**
 * The choice of one account of a Ledger, from finding the device on. While it is locked, in another app, held elsewhere
 * or not there, the choice waits and goes on by itself; after every failure the accounts are read anew, because another
 * device may have been plugged in.
 */
export class LedgerChoice {
  /** The account; null: the person turned back. */
  readonly chosen: Promise<LedgerAccount | null>;
  #decide: (account: LedgerAccount | null) => void = () => undefined;
  #state: LedgerChoiceState = { kind: "looking" };
  readonly #listeners = new Set<() => void>();
  #scheme: LedgerScheme = "ledgerLive";
  #accounts: readonly LedgerAccount[] = [];
  #wanted = ACCOUNTS_PER_PAGE;
  #mayAsk = false;
  #wasFound = false;
  #isOver = false;
  #isStirred = false;
  #stir: () => void = () => undefined;

  constructor(
    private readonly session: LedgerSession,
    private readonly clock: LedgerClock = browserClock,
  ) {
    this.chosen = new Promise((resolve) => {
      this.#decide = resolve;
    });
    void this.#run();
  }

  readonly current = (): LedgerChoiceState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Lets the browser show its list of devices; from a click. */
  readonly find = (): void => {
    this.#mayAsk = true;
    this.#set({ kind: "looking" });
    this.#wake();
  };

  /** Lists another scheme's accounts. */
  readonly show = (scheme: LedgerScheme): void => {
    this.#scheme = scheme;
    this.#accounts = [];
    this.#wanted = ACCOUNTS_PER_PAGE;
    this.#tellAccounts();
    this.#wake();
  };

  /** Lists the next page as well. */
  readonly showMore = (): void => {
    this.#wanted = this.#accounts.length + ACCOUNTS_PER_PAGE;
    this.#tellAccounts();
    this.#wake();
  };

  readonly choose = (account: LedgerAccount): void => this.#end(account);

  /** Turns back, and lets the device go. */
  readonly cancel = (): void => {
    if (this.#isOver) return;
    this.#end(null);
    void this.session.disconnect().catch(() => undefined);
  };

  async #run(): Promise<void> {
    while (!this.#isOver) {
      this.#isStirred = false;
      try {
        await this.session.connect({ mayAsk: this.#takeAsk() });
        this.#wasFound = true;
        await this.#readAccounts();
        await this.#pause(null);
      } catch (thrown) {
        const failure = thrown as BallastError; // the session throws no other (LedgerTurns)
        this.#accounts = [];
        this.#wait(failure);
        await this.#pause(failure.code === "ledgerUnsupportedBrowser" ? null : PAUSE_MILLISECONDS);
      }
    }
  }

  /** Asks the device for the addresses that are wanted and not there, one after the other. */
  async #readAccounts(): Promise<void> {
    await this.#dropStrangers();
    while (!this.#isOver && this.#accounts.length < this.#wanted) {
      const scheme = this.#scheme;
      const path = derivationPath(scheme, this.#accounts.length);
      this.#tellAccounts();
      const address = await this.session.address(path);
      if (scheme !== this.#scheme) continue;
      this.#accounts = [...this.#accounts, { path, address }];
    }
    this.#tellAccounts();
  }

  /** Another device may have been plugged in since: then its own accounts are listed, never those of both. */
  async #dropStrangers(): Promise<void> {
    const [first] = this.#accounts;
    if (first === undefined) return;
    if ((await this.session.address(first.path)) !== first.address) this.#accounts = [];
  }

  /** That the browser's list was closed stays said until something else is the matter than that nothing was chosen. */
  #wait(failure: BallastError): void {
    const told = this.#state.kind === "waiting" ? this.#state.failure.code : null;
    if (told === "ledgerNotChosen" && failure.code === "ledgerUnplugged") return;
    // Those classes are of a device that answered.
    if (!NOT_FOUND.has(failure.code)) this.#wasFound = true;
    this.#set({ kind: "waiting", failure, wasFound: this.#wasFound });
  }

  #tellAccounts(): void {
    this.#set({
      kind: "choosing",
      scheme: this.#scheme,
      accounts: this.#accounts,
      wanted: this.#wanted,
      perPage: ACCOUNTS_PER_PAGE,
    });
  }

  #set(state: LedgerChoiceState): void {
    if (this.#isOver) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #takeAsk(): boolean {
    const mayAsk = this.#mayAsk;
    this.#mayAsk = false;
    return mayAsk;
  }

  #wake(): void {
    this.#isStirred = true;
    this.#stir();
  }

  /** Waits so long, or with null for ever, but no longer than until something is asked for. */
  #pause(milliseconds: number | null): Promise<void> {
    if (this.#isStirred || this.#isOver) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = milliseconds === null ? undefined : this.clock.after(milliseconds, resolve);
      this.#stir = () => {
        stop?.();
        resolve();
      };
    });
  }

  #end(account: LedgerAccount | null): void {
    this.#isOver = true;
    this.#decide(account);
    this.#wake();
  }
}

const NOT_FOUND = new Set<string>(["ledgerUnplugged", "ledgerNotChosen", "ledgerUnsupportedBrowser"]);
