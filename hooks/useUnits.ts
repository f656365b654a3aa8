"use client";

import { useSyncExternalStore } from "react";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { keepUnits, savedUnits, type Units } from "./savedUnits";

/** How does this browser want figures read? With the way to change it, and what its clock is ahead of UTC at an instant, in minutes. */
export function useUnits(): {
  readonly units: Units;
  readonly choose: (changes: Partial<Units>) => void;
  readonly offsetMinutes: (at: UnixSeconds) => number;
} {
  const { subscribe, read, readOnServer } = savedUnits;
  const units = useSyncExternalStore(subscribe, read, readOnServer);
  return {
    units,
    choose: (changes) => keepUnits({ ...units, ...changes }),
    offsetMinutes: units.clock === "local" ? localOffset : noOffset,
  };
}

/** The language counts it the other way round. */
const localOffset = (at: UnixSeconds) => -new Date(Number(at) * 1000).getTimezoneOffset();
const noOffset = () => 0;
