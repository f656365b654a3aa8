"use client";

import { DemoWalletDialog } from "./DemoWalletDialog";
import { TimeMachineBar } from "./TimeMachineBar";

/** Everything that only the local profile has on screen. */
export function LocalTools() {
  return (
    <>
      <TimeMachineBar />
      <DemoWalletDialog />
    </>
  );
}
