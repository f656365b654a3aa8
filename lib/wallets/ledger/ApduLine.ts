import type { LedgerClock } from "./LedgerClock";

/** One question to the device and its answer; `status` is four hex digits, null when none came. */
export type Exchange = { readonly apdu: Uint8Array; readonly answer: Uint8Array; readonly status: string | null };

/** Why the line carries nothing any more: unplugged, silent for too long, or let go. */
export type LineEnd = "lost" | "timedOut" | "closed";

/** What became of an APDU: answered, or not sent, or cut off. */
export type LineResult<Answer> = { readonly kind: "answered"; readonly answer: Answer } | { readonly kind: "refused" };

/** The longest that the device may take over what needs no person. */
const SILENT_SECONDS = 10;

/** The longest that a person may take over the screens of one request. */
const PERSON_SECONDS = 600;

/**
 * The line to one device: every APDU passes it. It refuses the one that would sign a bare hash, gives up on a device
 * that says nothing, and remembers what was said, from which failures are named.
 */
export class ApduLine {
  /** Resolves when the line ends. */
  readonly ended: Promise<null>;
  /** The device's last answer to the question for its settings. */
  configuration: Uint8Array | null = null;
  /** Was an APDU refused since {@link forget}? */
  hasRefused = false;
  readonly #exchanges: Exchange[] = [];
  #end: LineEnd | null = null;
  #tellEnd: (none: null) => void = () => undefined;

  constructor(private readonly clock: LedgerClock) {
    this.ended = new Promise((resolve) => {
      this.#tellEnd = resolve;
    });
  }

  get end(): LineEnd | null {
    return this.#end;
  }

  /** Seconds that the last APDU may take. */
  get patienceSeconds(): number {
    return this.#isWithPerson ? PERSON_SECONDS : SILENT_SECONDS;
  }

  /** Was the last thing said a person's yes or no? The device then shows it for a while. */
  get hasEndedOnScreen(): boolean {
    return this.#isWithPerson && ["9000", "6985", "5501"].includes(this.lastStatus() ?? "");
  }

  get #isWithPerson(): boolean {
    const last = this.#exchanges.at(-1);
    return last !== undefined && waitsForPerson(last.apdu);
  }

  lastStatus(): string | null {
    return this.#exchanges.at(-1)?.status ?? null;
  }

  /** Was this the last question, and is it answered? */
  hasAnswered(apdu: Uint8Array): boolean {
    const last = this.#exchanges.at(-1);
    return last?.status != null && last.apdu.length === apdu.length && last.apdu.every((byte, at) => byte === apdu[at]);
  }

  lastAnswer(): Uint8Array {
    return this.#exchanges.at(-1)?.answer ?? new Uint8Array();
  }

  /** Ends the line: what is under way ends now, and nothing is sent any more. */
  close(end: LineEnd): void {
    this.#end ??= end;
    this.#tellEnd(null);
  }

  /** Forgets what was said, at the start of a request. */
  forget(): void {
    this.#exchanges.length = 0;
    this.hasRefused = false;
  }

  /** The action's result, unless the line ends before: then it rejects. */
  orEnd<Result>(action: Promise<Result>): Promise<Result> {
    return Promise.race([action, this.ended.then(() => Promise.reject(undefined))]);
  }

  /** Sends, unless the line has ended or the APDU must not be sent, and waits for the answer no longer than is sensible. */
  async exchange<Answer>(apdu: Uint8Array, send: () => Promise<Answer>): Promise<LineResult<Answer>> {
    if (isBareHash(apdu)) this.hasRefused = true;
    if (isBareHash(apdu) || this.#end !== null) return { kind: "refused" };
    this.#exchanges.push({ apdu, answer: new Uint8Array(), status: null });
    const cancel = this.clock.after(this.patienceSeconds * 1000, () => this.close("timedOut"));
    const answer = await Promise.race([send(), this.ended]);
    cancel();
    return answer === null ? { kind: "refused" } : { kind: "answered", answer };
  }

  /** Writes down the device's answer to the last APDU. */
  note(answer: Uint8Array, status: string): void {
    const last = this.#exchanges.pop();
    if (last === undefined) return;
    this.#exchanges.push({ apdu: last.apdu, answer, status });
    if (last.apdu[0] === 0xe0 && last.apdu[1] === 0x06 && status === "9000") this.configuration = answer;
  }
}

/** P2 of E0 0C that signs what was streamed to the device field by field. */
const STREAMED = 0x01;

/** E0 0C 00 00: sign a domain hash and a message hash that the device has not computed and cannot show. */
function isBareHash(apdu: Uint8Array): boolean {
  return apdu[0] === 0xe0 && apdu[1] === 0x0c && apdu[3] !== STREAMED;
}

/** Does the device put this to the person before it answers? With raw messages on it shows E0 1C field by field. */
function waitsForPerson(apdu: Uint8Array): boolean {
  const [app, instruction, shown] = apdu;
  if (app !== 0xe0 || instruction === undefined) return false;
  return instruction === 0x02 ? shown === 0x01 : [0x04, 0x08, 0x0c, 0x1c].includes(instruction);
}
