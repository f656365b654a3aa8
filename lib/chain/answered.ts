import { ContractRevertedError, GarbledAnswerError } from "@/lib/errors/chainErrors";
import type { ContractRead } from "./ContractRead";
import { decodeRevert } from "./decodeRevert";
import type { Answer } from "./takeSnapshot";

/**
 * The value of a read from what the multicall answered. A revert is what `onRevert` says, else a failure that carries the
 * contract's reason; an answer that cannot be decoded is garbled.
 */
export function answered(read: ContractRead<unknown>, answer: Answer): unknown {
  if (!answer.success || answer.returnData === "0x") {
    if (read.onRevert) return read.onRevert();
    if (answer.success) throw new GarbledAnswerError(read.subject);
    throw new ContractRevertedError(decodeRevert(answer.returnData));
  }
  try {
    return read.decode(answer.returnData);
  } catch (cause) {
    if (read.onRevert) return read.onRevert();
    throw new GarbledAnswerError(read.subject, { cause });
  }
}
