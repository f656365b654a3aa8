import type { EpochStage } from "@/lib/vault/epochSchedule";

/** What the time left counts down to, by stage: the label over it. */
export const COUNTDOWN_LABEL: Readonly<Record<EpochStage, string>> = {
  idle: "Next epoch",
  selling: "Epoch ends in",
  clearing: "Epoch ends in",
  live: "Epoch ends in",
  settling: "Epoch over",
  unsold: "Epoch over",
};

/** The stage in two or three words. */
export const STAGE_NAME: Readonly<Record<EpochStage, string>> = {
  idle: "between epochs",
  selling: "selling options",
  clearing: "sale being cleared",
  live: "options held",
  settling: "waiting for settlement",
  unsold: "nothing sold",
};
