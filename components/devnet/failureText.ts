import { DevnetControlError } from "@/lib/errors/configurationErrors";

/** The control server's own sentence, or what its silence means. */
export function failureText(failure: Error): string {
  if (failure instanceof DevnetControlError && failure.detail !== null) return failure.detail;
  return "The local chain's control server did not answer. Is `npm run devnet` still running?";
}
