import { tokenAmount } from "@/lib/units/TokenAmount";
import type { ActivityEvent } from "@/lib/vault/ActivityEvent";
import type { VaultLog } from "./activityLogs";

/** How much of everybody's deposits waited at each execution of one vault, in order, from all of its deposit logs. */
export function waitingAssets(logs: readonly VaultLog[]): readonly bigint[] {
  const pending = new Map<string, bigint>();
  const waited: bigint[] = [];
  for (const { eventName, args } of logs) {
    if (eventName === "DepositRequest") {
      const controller = args.controller.toLowerCase();
      pending.set(controller, (pending.get(controller) ?? 0n) + args.assets);
    } else if (eventName === "CancelDepositRequest") {
      pending.delete(args.controller.toLowerCase());
    } else if (eventName === "EpochSettled" || eventName === "RequestsExecuted") {
      waited.push([...pending.values()].reduce((sum, assets) => sum + assets, 0n));
      pending.clear();
    }
  }
  return waited;
}

/** The same events, each execution with what waited there. */
export function withWaiting(events: readonly ActivityEvent[], waited: readonly bigint[]): readonly ActivityEvent[] {
  let execution = 0;
  return events.map((event) => {
    if (event.kind !== "executed") return event;
    const waitingAssets = tokenAmount(waited[execution++] ?? 0n);
    return { ...event, waitingAssets };
  });
}
