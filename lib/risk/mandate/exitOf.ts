import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import { epochSchedule } from "@/lib/vault/epochSchedule";
import type { Vault } from "@/lib/vault/Vault";
import type { Exit } from "./mandateFigures";

const SECONDS_PER_DAY = 86_400;

/** When what is asked back now leaves a vault: at the end of its epoch, while it rests at the next opening. `freeUsd` is taken over. */
export function exitOf(vault: Vault, now: UnixSeconds, freeUsd: number): Exit {
  const { at } = epochSchedule(vault, now).requestExecutesAt;
  const wait = at > now ? unixSeconds(at - now) : 0n;
  return { days: Number(wait) / SECONDS_PER_DAY, freeUsd };
}
