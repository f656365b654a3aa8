import { describe, expect, it } from "vitest";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import { EXPIRY, NOW, positionOf, putEpoch, putVault } from "@/lib/vault/vaultFixture";
import { exitVaults } from "./exitRows";

const vault = putVault();
const actionsOf = (...inputs: Parameters<typeof exitVaults>) =>
  exitVaults(...inputs).flatMap(({ actions }) => actions.map(({ title, verb, isForAll }) => [title, verb, isForAll]));

describe("exitVaults", () => {
  it("default: all that is held has its one way out, and the withdrawal takes every share", () => {
    const position = positionOf(
      { claimableRedeemShares: shares(WAD), claimableRedeemAssets: tokenAmount(1_050_000n) },
      { shares: shares(7n) },
    );
    const [held] = exitVaults([vault], [position], NOW);
    expect(held?.actions.map(({ title, verb }) => [title, verb])).toEqual([
      ["Ready to claim", "Claim"],
      ["Shares in the wallet", "Withdraw all"],
    ]);
    expect(held?.actions[1]?.intent).toMatchObject({ kind: "redeem", parts: [{ shares: 7n }] });
    expect(held?.state).toContain("carried out on Fri 27 Nov, 08:00 UTC");
  });

  it("behavior: a vault without anything is left out, whoever else waits there", () => {
    expect(exitVaults([vault], [positionOf({}, { shares: shares(0n) })], unixSeconds(EXPIRY + 1n))).toEqual([]);
    expect(exitVaults([vault], [], NOW)).toEqual([]);
  });

  it("behavior: what is over can be ended by anybody", () => {
    const position = positionOf({ pendingRedeemShares: shares(WAD) }, { shares: shares(0n) });
    expect(actionsOf([vault], [position], unixSeconds(EXPIRY + 1n))).toEqual([
      ["Pending withdrawal", "Cancel", false],
      ["End the epoch", "Carry out", true],
    ]);
    const unsold = putVault({ epoch: putEpoch({ phase: "selling", sizeSold: wad(0n) }) });
    expect(actionsOf([unsold], [position], NOW).at(-1)).toEqual(["End the epoch", "Carry out", true]);
  });

  it("behavior: requests at rest are carried out by anybody once the open window is over, and not before", () => {
    const position = positionOf({ pendingRedeemShares: shares(WAD) }, { shares: shares(0n) });
    const idle = putVault({ epoch: putEpoch({ phase: "idle" }), pendingRedeemShares: shares(WAD) });
    const end = unixSeconds(idle.idleSince + BigInt(idle.terms.openWindowSeconds));
    expect(actionsOf([idle], [position], unixSeconds(end - 1n))).toHaveLength(1);
    expect(actionsOf([idle], [position], end).at(-1)).toEqual(["Carry out all requests", "Carry out", true]);
    const [held] = exitVaults([idle], [position], end);
    expect(held?.actions.at(-1)?.intent).toMatchObject({ kind: "endEpoch", by: "closeEmptyEpoch" });
  });
});
