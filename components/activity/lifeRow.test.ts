import { describe, expect, it } from "vitest";
import type { Clock } from "@/lib/format/formatZonedDate";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { WAD } from "@/lib/units/Wad";
import { type Act, dayOf, lived } from "@/lib/vault/activityFixture";
import { requestLives } from "@/lib/vault/requestLives";
import { NOW, putVault } from "@/lib/vault/vaultFixture";
import { lifeRow } from "./lifeRow";

const USDC = 1_000_000n;
const DEPOSIT: Act = { kind: "deposit", amount: 1_000n * USDC };
const execute = (others = 0n, room = 10n ** 30n): Act => ({ kind: "execute", price: 2n * WAD, others, room });

/** Read by UTC. */
function utcAt(now: UnixSeconds): Clock {
  return { now, offsetMinutes: () => 0 };
}

function rowsOf(played: readonly Act[]) {
  return requestLives(lived(played).events, 6).lives.map((life) => lifeRow(life, putVault(), utcAt(NOW)));
}

describe("a request in words", () => {
  it.each<readonly [string, readonly Act[], object]>([
    [
      "waits",
      [DEPOSIT],
      {
        what: "Deposit",
        amount: "1,000.00 USDC",
        state: "Pending",
        execution: null,
        isReady: false,
        next: "Executed at the end of the epoch: Fri 27 Nov, 08:00 UTC, in 4d 17h. It can be cancelled free until then.",
      },
    ],
    [
      "can be claimed",
      [DEPOSIT, execute()],
      {
        state: "Claimable",
        isReady: true,
        detail: "Since Tue 22 Sep. Became 499.999 blUSDC-CSP.",
        execution: { price: "2.00 USDC", when: "end of epoch 1" },
        next: "Claim what 1,000.00 USDC became. No deadline.",
      },
    ],
    [
      "is partly claimed",
      [DEPOSIT, execute(), { kind: "claimShares", perMille: 250n }],
      { state: "Partly claimed", next: "Claim what 750.00 USDC became. No deadline." },
    ],
    [
      "is claimed",
      [DEPOSIT, execute(), { kind: "claimShares", perMille: 1000n }],
      { state: "Claimed", isReady: false, next: "None: it is done." },
    ],
    [
      "is cancelled",
      [DEPOSIT, { kind: "cancelDeposit" }],
      { state: "To take back", detail: "Cancelled on Tue 22 Sep.", next: "Take back 1,000.00 USDC. No deadline." },
    ],
    [
      "was cancelled and taken back",
      [DEPOSIT, { kind: "cancelDeposit" }, { kind: "takeAssets" }],
      { state: "Cancelled", next: "None: it is done." },
    ],
    [
      "fitted in part",
      [DEPOSIT, execute(3_000n * USDC, 1_000n * USDC)],
      {
        state: "Claimable",
        next: "Claim what 250.00 USDC became. Take back 750.00 USDC. No deadline.",
      },
    ],
    [
      "did not fit and was taken back",
      [DEPOSIT, execute(0n, 0n), { kind: "takeAssets" }],
      { state: "Did not fit", detail: expect.stringContaining("1,000.00 USDC did not fit under the cap.") },
    ],
  ])("default: one that %s", (_name, played, expected) => {
    expect(rowsOf(played)[0]).toMatchObject(expected);
  });

  it("behavior: what is past is told by the reader's clock, a deadline in UTC", () => {
    const { lives } = requestLives(lived([DEPOSIT]).events, 6);
    const [row] = lives.map((life) => lifeRow(life, putVault(), { now: NOW, offsetMinutes: () => 120 }));
    expect(row?.asked).toMatch(/ UTC\+2$/);
    expect(row?.next).toContain("Fri 27 Nov, 08:00 UTC, in");
  });

  it("behavior: a withdrawal counts shares and becomes assets; without an epoch it was between epochs", () => {
    const acts: Act[] = [{ kind: "receive", amount: 4n * WAD }, { kind: "withdraw", amount: 3n * WAD }, execute()];
    expect(rowsOf(acts)).toMatchObject([
      { what: "Withdrawal", amount: "3.00 blUSDC-CSP", detail: "Since Wed 23 Sep. Became 6.00 USDC." },
    ]);
    const { events } = lived([DEPOSIT, execute()]);
    const idle = events.map((event) => (event.kind === "executed" ? { ...event, epoch: null } : event));
    const rows = requestLives(idle, 6).lives.map((life) => lifeRow(life, putVault(), utcAt(dayOf(9))));
    expect(rows[0]?.execution?.when).toBe("between epochs");
  });
});
