import type { ApduReceiverServiceFactory } from "@ledgerhq/device-management-kit";
import { Nothing, Right } from "purify-ts";

/** A report of the device: channel (2), tag, sequence (2), payload; the first payload begins with the answer's length (2). */
const HEADER_BYTES = 5;
const REPORT_BYTES = 64;
const TAG = 0x05;

/**
 * Receivers that drop what is not the next report of their own channel. The kit's take every report as theirs: another
 * page's, repeated ones and noise would become parts of an answer.
 */
export function strictReceivers(makeReceiver: ApduReceiverServiceFactory): ApduReceiverServiceFactory {
  return (parameters) => {
    const receiver = makeReceiver(parameters);
    const channel = parameters?.channel?.orDefault(new Uint8Array()) ?? new Uint8Array();
    let next = 0;
    return {
      handleFrame: (report) => {
        if (!isNext(report, channel, next)) return Right(Nothing);
        const result = receiver.handleFrame(report);
        const isWhole = result.map((answer) => answer.isJust()).orDefault(true);
        next = isWhole ? 0 : next + 1;
        return result;
      },
    };
  };
}

/** An answer is at least its status word of two bytes. */
function isNext(report: Uint8Array, channel: Uint8Array, next: number): boolean {
  if (report.length !== REPORT_BYTES || report[2] !== TAG) return false;
  if (report[0] !== channel[0] || report[1] !== channel[1]) return false;
  if (wordAt(report, 3) !== next) return false;
  return next > 0 || wordAt(report, HEADER_BYTES) >= 2;
}

function wordAt(report: Uint8Array, index: number): number {
  return ((report[index] ?? 0) << 8) | (report[index + 1] ?? 0);
}
