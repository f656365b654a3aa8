import { WalletUnreachableError } from "@/lib/errors/walletErrors";
import type { PairingProblem } from "@/lib/format/describePairing";
import type { PhoneSession } from "./PhoneSession";
import type { Invitation, WalletConnectLine } from "./WalletConnectLine";

/** Where the way to a wallet stands. */
export type PairingState =
  | { readonly kind: "preparing" }
  | { readonly kind: "inviting"; readonly uri: string }
  | { readonly kind: "over"; readonly why: PairingProblem };

/** WalletConnect's own codes: the wallet's person said no, to all of it or to the chain, the methods or the events. */
const REJECTED = new Set<unknown>([5000, 5001, 5002, 5003]);

/** What is asked of the line. */
type Line = Pick<WalletConnectLine, "invite" | "rest">;

/** One attempt after the other to connect a wallet, until a session stands or the person turns back. */
export class WalletConnectPairing {
  /** The session; null: the person turned back. */
  readonly agreed: Promise<PhoneSession | null>;
  #decide: (session: PhoneSession | null) => void = () => undefined;
  #state: PairingState = { kind: "preparing" };
  #attempt = 0;
  #invitation: Invitation | null = null;
  #isOver = false;
  readonly #listeners = new Set<() => void>();

  /** `load`: the line, with the code that it needs. */
  constructor(
    private readonly load: () => Promise<Line>,
    private readonly chainId: number,
  ) {
    this.agreed = new Promise((resolve) => {
      this.#decide = resolve;
    });
    void this.#run();
  }

  readonly current = (): PairingState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Makes a new invitation; the one before is no longer meant. */
  readonly again = (): void => {
    this.#invitation?.turnBack();
    void this.#run();
  };

  /** Turns back, and lets the relay go. */
  readonly cancel = (): void => {
    this.#attempt += 1;
    this.#isOver = true;
    this.#decide(null);
    this.#invitation?.turnBack();
    const rest = async () => (await this.load()).rest();
    void rest().catch(() => undefined);
  };

  async #run(): Promise<void> {
    this.#attempt += 1;
    const attempt = this.#attempt;
    const set = (state: PairingState) => {
      if (attempt === this.#attempt) this.#set(state);
    };
    set({ kind: "preparing" });
    try {
      const line = await this.load();
      if (attempt !== this.#attempt) return;
      const invitation = await line.invite(this.chainId);
      if (attempt === this.#attempt) this.#invitation = invitation;
      else invitation.turnBack();
      if (this.#isOver) await line.rest();
      set({ kind: "inviting", uri: invitation.uri });
      await this.#await(invitation, attempt, set);
    } catch (cause) {
      set({ kind: "over", why: cause instanceof WalletUnreachableError ? "unreachable" : "failed" });
    }
  }

  async #await(invitation: Invitation, attempt: number, set: (state: PairingState) => void): Promise<void> {
    try {
      const session = await invitation.session;
      if (session === null) set({ kind: "over", why: "noAccount" });
      else if (attempt === this.#attempt) this.#decide(session);
    } catch (cause) {
      set({ kind: "over", why: REJECTED.has((cause as { code?: unknown }).code) ? "rejected" : "expired" });
    }
  }

  #set(state: PairingState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
