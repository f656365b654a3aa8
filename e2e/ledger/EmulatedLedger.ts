import { bytesToHex, concat, type Hex, hexToBytes, stringToHex } from "viem";
import { PUBLISHED_MNEMONIC } from "@/lib/config/publishedMnemonic";
import type { LedgerRequest } from "@/lib/transaction/LedgerRequest";
import { type LedgerScreen, ledgerScreens } from "@/lib/transaction/ledgerScreens";
import { type AppState, EthereumApp, OK } from "./EthereumApp";
import { REPORT_BYTES, Reports } from "./Reports";

/** Everything about the device that a test may turn. */
export type Knobs = AppState & {
  isLocked: boolean;
  /** The app that is open; "BOLOS" is the dashboard. */
  appName: string;
  /** Another page has it open. */
  isHeld: boolean;
  /** Says nothing to any APDU. */
  isMute: boolean;
  /** Milliseconds that it takes over each answer. */
  slowMilliseconds: number;
  /** What else arrives: before each answer, instead of it, or the answer on another channel. */
  noise: "none" | "before" | "instead" | "otherChannel";
  /** Leaves the bus at this frame, counted in both directions from 1; null: stays. */
  unplugAtFrame: number | null;
  /** What the person does: goes through to the end, refuses at the n-th screen (from 0), or nothing until told. */
  person: "confirms" | "waits" | { readonly refusesAt: number };
  /** Milliseconds for which it takes no signing request after it showed a success. */
  busyMilliseconds: number;
};

type InputReport = { readonly data: DataView; readonly reportId: number };

/** What the browser says of an original Nano S. */
export const NANO_S = { productId: 0x1015, productName: "Nano S" };

/** A Ledger on USB, as a page's WebHID knows it: a Nano S Plus until it is told otherwise. */
export class EmulatedLedger {
  readonly vendorId = 0x2c97;
  productId = 0x5011;
  productName = "Nano S Plus";
  readonly collections: readonly unknown[] = [];
  opened = false;
  oninputreport: ((event: InputReport) => void) | null = null;
  readonly knobs: Knobs = { ...DEFAULTS };
  /** Every APDU that arrived, as hex. */
  readonly apdus: string[] = [];
  /** Every screen that was shown, in order. */
  readonly screens: LedgerScreen[] = [];
  frames = 0;
  /** The channel of the last question. */
  channel = 0;
  /** Tells the bus that the device left it. */
  onUnplug: () => void = () => undefined;
  readonly app: EthereumApp;
  #reports = new Reports();
  #busyUntil = Number.NEGATIVE_INFINITY;
  #decide: ((isConfirmed: boolean) => void) | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.app = new EthereumApp(
      this.knobs,
      (request) => this.#ask(request),
      () => this.now() < this.#busyUntil,
    );
  }

  readonly open = async (): Promise<void> => {
    if (this.knobs.isHeld) throw new DOMException("Failed to open the device.", "NotAllowedError");
    if (this.opened) throw new DOMException("The device is already open.", "InvalidStateError");
    this.opened = true;
  };

  readonly close = async (): Promise<void> => {
    this.opened = false;
  };

  readonly sendReport = async (_reportId: number, report: Uint8Array): Promise<void> => {
    if (!this.opened || this.#isUnpluggedNow()) throw new DOMException("Failed to write the report.", "NetworkError");
    const whole = this.#reports.take(report);
    if (whole !== null) void this.#answer(whole.channel, whole.apdu);
  };

  /** The person's answer while `person` is "waits". */
  decide(isConfirmed: boolean): void {
    this.#decide?.(isConfirmed);
    this.#decide = null;
  }

  /** Is there a question on its screen? */
  get isAsking(): boolean {
    return this.#decide !== null;
  }

  /** Delivers a report as if the device had sent it. */
  deliver(report: Uint8Array): void {
    this.oninputreport?.({ data: new DataView(Uint8Array.from(report).buffer), reportId: 0 });
  }

  /** Forgets what only power keeps. */
  reset(): void {
    this.opened = false;
    this.oninputreport = null;
    this.#reports = new Reports();
    this.#decide = null;
    this.#busyUntil = Number.NEGATIVE_INFINITY;
  }

  async #answer(channel: number, apdu: Uint8Array): Promise<void> {
    this.channel = channel;
    this.apdus.push(bytesToHex(apdu).slice(2));
    if (this.knobs.isMute) return;
    const answer = hexToBytes(await this.#answerOf(apdu));
    const { slowMilliseconds } = this.knobs;
    if (slowMilliseconds > 0) await new Promise((resolve) => setTimeout(resolve, slowMilliseconds));
    const { noise } = this.knobs;
    if (noise === "before" || noise === "instead") for (const report of noiseAround(channel)) this.deliver(report);
    if (noise === "instead") return;
    for (const report of Reports.of(noise === "otherChannel" ? channel ^ 1 : channel, answer)) {
      if (this.#isUnpluggedNow()) return;
      this.deliver(report);
    }
  }

  async #answerOf(apdu: Uint8Array): Promise<Hex> {
    const { isLocked, appName, version } = this.knobs;
    if (isLocked) return "0x5515";
    if (apdu[0] === 0xb0 && apdu[1] === 0x01)
      return concat(["0x01", counted(appName), counted(version), "0x0100", `0x${OK}`]);
    if (appName === "BOLOS") return "0x6e00";
    return appName === "Ethereum" ? this.app.answer(apdu) : "0x6d00";
  }

  async #ask(request: LedgerRequest): Promise<boolean> {
    const { isBlindSigningOn, showsRawMessages, person } = this.knobs;
    const screens = ledgerScreens(request, { isBlindSigningOn, showsRawMessages });
    if (typeof person === "object") {
      this.screens.push(...screens.slice(0, person.refusesAt + 1));
      return false;
    }
    this.screens.push(...screens);
    const isConfirmed = person === "confirms" || (await new Promise<boolean>((resolve) => (this.#decide = resolve)));
    if (isConfirmed) this.#busyUntil = this.now() + this.knobs.busyMilliseconds;
    return isConfirmed;
  }

  #isUnpluggedNow(): boolean {
    this.frames += 1;
    if (this.frames !== this.knobs.unplugAtFrame) return false;
    this.onUnplug();
    return true;
  }
}

const DEFAULTS: Knobs = {
  mnemonic: PUBLISHED_MNEMONIC,
  version: "1.23.0-dev",
  isBlindSigningOn: true,
  showsRawMessages: false,
  isLying: false,
  isLocked: false,
  appName: "Ethereum",
  isHeld: false,
  isMute: false,
  slowMilliseconds: 0,
  noise: "none",
  unplugAtFrame: null,
  person: "confirms",
  busyMilliseconds: 3_000,
};

/** Another channel's answer, a wrong tag, a report out of turn, an answer too short to be one, an empty report. */
function noiseAround(channel: number): readonly Uint8Array[] {
  const report = (head: readonly number[], payload: number) =>
    new Uint8Array(REPORT_BYTES).fill(payload).map((byte, index) => head[index] ?? byte);
  const [high, low] = [channel >> 8, channel & 0xff];
  return [
    report([high ^ 0xff, low, 5, 0, 0, 0, 2, 0x90, 0], 0),
    report([high, low, 7, 0, 0, 0, 2, 0x90, 0], 0),
    report([high, low, 5, 0, 9], 0xaa),
    report([high, low, 5, 0, 0, 0, 1], 0),
    new Uint8Array(REPORT_BYTES),
    new Uint8Array(0),
  ];
}

function counted(text: string): Hex {
  return concat([bytesToHex(Uint8Array.of(text.length)), stringToHex(text)]);
}
