import type { DeviceActionState, DmkError } from "@ledgerhq/device-management-kit";
import type { Observable } from "rxjs";

/** One of the kit's actions under way. */
export type DeviceAction<Output, Failure extends DmkError, Step> = {
  readonly observable: Observable<DeviceActionState<Output, Failure, Step>>;
};

/** The result of one of the kit's actions. Rejects with the kit's own error. */
export function deviceResult<Output, Failure extends DmkError, Step>({
  observable,
}: DeviceAction<Output, Failure, Step>): Promise<Output> {
  return new Promise((resolve, reject) => {
    observable.subscribe({
      next: (state) => {
        if ("output" in state) resolve(state.output);
        if ("error" in state) reject(state.error);
      },
      error: reject,
      // An action that was stopped ends without a result; after one this does nothing.
      complete: () => reject(undefined),
    });
  });
}
