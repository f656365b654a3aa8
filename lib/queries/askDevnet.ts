import { DevnetControlError } from "@/lib/errors/configurationErrors";

/** Asks the app's own route handler, which passes it to the devnet. Throws {@link DevnetControlError} with the server's sentence. */
export async function askDevnet(
  action: "time-machine" | "faucet",
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  const response = await fetch(`/api/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new DevnetControlError(null, null, { cause });
  });
  if (response.ok) return;
  const answer: unknown = await response.json().catch(() => null);
  const detail = typeof answer === "object" && answer !== null && "error" in answer ? String(answer.error) : null;
  throw new DevnetControlError(response.status, detail);
}
