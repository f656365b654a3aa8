/** What the demo wallet asks the person. */
export type DemoRequest =
  | { readonly kind: "connect" }
  | {
      readonly kind: "signTypedData";
      readonly primaryType: string;
      readonly message: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "signMessage"; readonly text: string }
  | {
      readonly kind: "sendTransaction";
      readonly to: string;
      /** Wei. */
      readonly value: bigint;
      readonly calldata: string;
    };

/** The person's answer: null is a no; to `connect`, the index of the chosen account. */
export type DemoAnswer = { readonly accountIndex: number } | null;

type Pending = { readonly request: DemoRequest; readonly settle: (answer: DemoAnswer) => void };

/** Requests wait here until the dialog answers, one after the other. */
export class DemoRequests {
  readonly #queue: Pending[] = [];
  readonly #listeners = new Set<() => void>();

  /** Puts a request to the person and waits for the answer. */
  ask(request: DemoRequest): Promise<DemoAnswer> {
    return new Promise((settle) => {
      this.#queue.push({ request, settle });
      this.#tell();
    });
  }

  /** Answers the request on screen. */
  answer(answer: DemoAnswer): void {
    this.#queue.shift()?.settle(answer);
    this.#tell();
  }

  readonly current = (): DemoRequest | null => this.#queue[0]?.request ?? null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
