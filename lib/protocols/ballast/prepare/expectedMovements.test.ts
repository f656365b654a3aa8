import { describe, expect, it } from "vitest";
import { compareSimulation } from "@/lib/transaction/compareSimulation";
import { ACCOUNT, DEPOSIT, REDEEM, STRANGER, USDC, VAULT } from "@/lib/transaction/planFixture";
import { expectedMovements } from "./expectedMovements";

const heads = (movements: ReturnType<typeof expectedMovements>) =>
  movements.map(({ account, token, delta }) => [account, token, delta]);

describe("expectedMovements", () => {
  it("default: a deposit leaves the account and reaches the vault", () => {
    expect(heads(expectedMovements(DEPOSIT, ACCOUNT))).toEqual([
      [ACCOUNT, USDC.address, -1_500_000_000n],
      [VAULT, USDC.address, 1_500_000_000n],
    ]);
  });

  it("behavior: shares to be redeemed wait in their vault", () => {
    const shares = 7n * 10n ** 18n;
    expect(heads(expectedMovements(REDEEM, ACCOUNT)).map(([account, , delta]) => [account, delta])).toEqual([
      [ACCOUNT, -shares],
      [VAULT, shares],
    ]);
  });

  it("error: a simulation in which somebody else receives the deposit is not what was promised", () => {
    const promised = expectedMovements(DEPOSIT, ACCOUNT);
    const stolen = promised.map((movement) =>
      movement.account === VAULT ? { ...movement, account: STRANGER } : movement,
    );
    expect(compareSimulation(promised, stolen, ACCOUNT)).toMatchObject({
      ok: false,
      differences: [{ account: VAULT, expected: 1_500_000_000n, simulated: 0n }],
    });
  });
});
