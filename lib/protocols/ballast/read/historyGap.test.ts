import { describe, expect, it } from "vitest";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import type { Fill } from "@/lib/vault/Epoch";
import { pastEpoch } from "@/lib/vault/vaultFixture";
import { type EpochState, historyGap } from "./historyGap";

const vault = `0x${"a".repeat(40)}` as const;

function fill(epoch: number, premium: bigint): Fill {
  const filledAt = unixSeconds(0n);
  return { epoch, maker: vault, size: wad(WAD), legPrices: [], premium: tokenAmount(premium), filledAt };
}

const settled = (number: number, premium: bigint) => pastEpoch(number, wad(WAD), { premium });
const pastEpochs = [settled(1, 30n), settled(2, 0n), settled(3, 5n)];
const fills = [fill(1, 10n), fill(1, 20n), fill(3, 5n), fill(4, 7n)];
const live: EpochState = { number: 4, phase: "live", premium: 7n };

const gapOf = (history: Partial<{ pastEpochs: typeof pastEpochs; fills: typeof fills }>, state = live) =>
  historyGap([{ vault, pastEpochs, fills, ...history }], [state])?.epochs ?? null;

describe("historyGap", () => {
  it("default: every epoch is there and its sales add up, one without sales too", () => {
    expect(gapOf({})).toBeNull();
  });

  it("behavior: an idle vault's last epoch is settled; a vault that never opened has none", () => {
    expect(gapOf({ fills: fills.slice(0, 3) }, { number: 3, phase: "idle", premium: 5n })).toBeNull();
    expect(gapOf({ pastEpochs: [], fills: [] }, { number: 0, phase: "idle", premium: 0n })).toBeNull();
  });

  it.each([
    ["a settled epoch", { pastEpochs: [settled(1, 30n), settled(3, 5n)] }, [2]],
    ["the last settled epoch", { pastEpochs: pastEpochs.slice(0, 2) }, [3]],
    ["one of two sales", { fills: fills.slice(1) }, [1]],
    ["a sale of the open epoch", { fills: fills.slice(0, 3) }, [4]],
    ["everything", { pastEpochs: [], fills: [] }, [1, 2, 3, 4]],
  ])("error: %s is missing", (_name, history, epochs) => {
    expect(gapOf(history)).toEqual(epochs);
  });
});
