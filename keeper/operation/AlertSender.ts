import type { KeeperLog } from "../run/KeeperLog";
import type { KeeperAlert } from "./keeperAlerts";

/** Posts JSON; rejects where it was not taken. */
export type Post = (body: string) => Promise<void>;

const MOST_MILLISECONDS = 5_000;

/** Posts to a webhook; anything but a 2xx within five seconds is a failure. */
export function webhookPost(url: string): Post {
  return async (body) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(MOST_MILLISECONDS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new TypeError(`the webhook answered ${response.status}`);
  };
}

/** Tells each alert once when it begins and once when it is over; what could not be delivered is tried again with the next look. */
export class AlertSender {
  readonly #post: Post;
  readonly #log: KeeperLog;
  readonly #told = new Map<string, string>();

  constructor(post: Post, log: KeeperLog) {
    this.#post = post;
    this.#log = log;
  }

  /** `alerts` is everything that is wrong now. */
  async look(alerts: readonly KeeperAlert[]): Promise<void> {
    for (const { key, text } of alerts) {
      if (this.#told.has(key)) continue;
      if (await this.#deliver({ status: "firing", key, text })) this.#told.set(key, text);
    }
    const lasting = new Set(alerts.map(({ key }) => key));
    for (const [key, text] of this.#told) {
      if (lasting.has(key)) continue;
      if (await this.#deliver({ status: "resolved", key, text })) this.#told.delete(key);
    }
  }

  /** `text` at the top level is what chat services show of a hook's body. */
  async #deliver(alert: KeeperAlert & { readonly status: "firing" | "resolved" }): Promise<boolean> {
    const { status, key, text } = alert;
    try {
      await this.#post(JSON.stringify({ text: status === "firing" ? text : `Over: ${text}`, status, key }));
      this.#log("alert", { status, key, text });
      return true;
    } catch (error) {
      this.#log("alertLost", { status, key, reason: error instanceof Error ? error.message : String(error) });
      return false;
    }
  }
}
