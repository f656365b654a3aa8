/** A report's bytes: channel (2), 05, sequence (2), payload; the first payload begins with the length of the whole (2). */
export const REPORT_BYTES = 64;
const HEADER_BYTES = 5;
const TAG = 0x05;

type Incoming = { readonly channel: number; readonly length: number; readonly bytes: number[]; next: number };

/** The device's side of Ledger's framing: puts APDUs together and cuts answers up, on the channel of the question. */
export class Reports {
  #incoming: Incoming | null = null;

  /** Takes a report; returns the APDU when it is whole. Reports that do not fit are dropped, as the device does. */
  take(report: Uint8Array): { readonly channel: number; readonly apdu: Uint8Array } | null {
    const channel = word(report, 0);
    const sequence = word(report, 3);
    if (report.length !== REPORT_BYTES || report[2] !== TAG) return null;
    if (sequence === 0) this.#incoming = { channel, length: word(report, HEADER_BYTES), bytes: [], next: 0 };
    const incoming = this.#incoming;
    if (incoming === null || incoming.channel !== channel || incoming.next !== sequence) return null;
    incoming.next += 1;
    incoming.bytes.push(...report.slice(sequence === 0 ? HEADER_BYTES + 2 : HEADER_BYTES));
    if (incoming.bytes.length < incoming.length) return null;
    this.#incoming = null;
    return { channel, apdu: Uint8Array.from(incoming.bytes.slice(0, incoming.length)) };
  }

  /** The reports of an answer. */
  static of(channel: number, answer: Uint8Array): readonly Uint8Array[] {
    const whole = [answer.length >> 8, answer.length & 0xff, ...answer];
    const count = Math.ceil(whole.length / (REPORT_BYTES - HEADER_BYTES));
    return Array.from({ length: count }, (_, sequence) => {
      const report = new Uint8Array(REPORT_BYTES);
      report.set([channel >> 8, channel & 0xff, TAG, sequence >> 8, sequence & 0xff]);
      const from = sequence * (REPORT_BYTES - HEADER_BYTES);
      report.set(whole.slice(from, from + REPORT_BYTES - HEADER_BYTES), HEADER_BYTES);
      return report;
    });
  }
}

function word(bytes: Uint8Array, index: number): number {
  return ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0);
}
