import "server-only";
import { DevnetControlError } from "@/lib/errors/configurationErrors";
import { loadDeployment } from "./loadDeployment";

/** What the devnet's control server can be asked to do. */
export type DevnetAction = "time-machine" | "faucet";

/** A jump plays the rest of an epoch and opens the next one. */
const LONGEST_MILLISECONDS = 60_000;

/** Passes an action to the devnet of this deployment. Throws {@link DevnetControlError} when there is none, or when it says no. */
export async function controlDevnet(action: DevnetAction, body: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { controlUrl } = await loadDeployment();
  if (controlUrl === null) throw new DevnetControlError(404, "This chain has no time machine.");
  const response = await fetch(`${controlUrl}/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(LONGEST_MILLISECONDS),
  }).catch((cause: unknown) => {
    throw new DevnetControlError(null, null, { cause });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new DevnetControlError(response.status, sentenceOf(answer));
  return answer;
}

function sentenceOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("error" in answer)) return null;
  return typeof answer.error === "string" ? answer.error : null;
}
