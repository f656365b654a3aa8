import type { Role } from "../accounts";

/** The vaults in the order of the deployment. */
export type VaultIndex = 0 | 1 | 2 | 3 | 4;

/** What a depositor does. Amounts are whole units of the vault's asset; a redemption is a share of the wallet's shares. */
export type DepositorAct =
  | { readonly kind: "deposit"; readonly amount: number }
  | { readonly kind: "redeem"; readonly shareBps: number }
  | { readonly kind: "cancelDeposit" }
  | { readonly kind: "claimShares" }
  | { readonly kind: "claimAssets" };

/** One entry of the plan: in which epoch (0 is before the first), on which of its two visiting days, who, where, what. */
export type PlannedAct = {
  readonly epoch: number;
  readonly visit: 1 | 2;
  readonly who: Role;
  readonly vault: VaultIndex;
  readonly act: DepositorAct;
};

/** Epochs that the plan lives through and settles; one more is live at the end. */
export const SETTLED_EPOCHS = 14;

const COVERED_CALL = 0;
const PUT = 1;
const CONDOR = 2;
const BTC_CALL = 3;
const BTC_PUT = 4;
const LAST = SETTLED_EPOCHS;
const LIVE = SETTLED_EPOCHS + 1;

/** Who joined, left, cancelled and claimed, and when. */
export const DEPOSITOR_PLAN: readonly PlannedAct[] = [
  deposit(0, "anna", [COVERED_CALL, 2_400]),
  deposit(0, "anna", [PUT, 6_000_000]),
  deposit(0, "boris", [PUT, 4_000_000]),
  deposit(0, "boris", [CONDOR, 3_000_000]),
  deposit(0, "anna", [BTC_CALL, 96]),
  deposit(0, "boris", [BTC_PUT, 5_500_000]),
  ...claims(1, "anna", [COVERED_CALL, PUT, BTC_CALL]),
  ...claims(1, "boris", [PUT, CONDOR, BTC_PUT]),
  deposit(1, "clara", [CONDOR, 5_000_000]),
  deposit(2, "clara", [COVERED_CALL, 1_800]),
  deposit(2, "portfolio", [COVERED_CALL, 32]),
  deposit(2, "portfolio", [PUT, 60_000]),
  deposit(3, "portfolio", [CONDOR, 40_000]),
  deposit(3, "portfolio", [BTC_CALL, 0.75]),
  ...claims(3, "clara", [COVERED_CALL, CONDOR]),
  ...claims(4, "portfolio", [COVERED_CALL, PUT, CONDOR, BTC_CALL]),
  deposit(4, "dmitri", [COVERED_CALL, 3_100]),
  deposit(4, "dmitri", [PUT, 7_500_000]),
  deposit(4, "dmitri", [CONDOR, 2_200_000]),
  ...claims(5, "dmitri", [COVERED_CALL, CONDOR]),
  deposit(5, "dmitri", [BTC_CALL, 64]),
  deposit(5, "dmitri", [BTC_PUT, 3_200_000]),
  deposit(5, "clara", [COVERED_CALL, 300]),
  { epoch: 5, visit: 2, who: "clara", vault: COVERED_CALL, act: { kind: "cancelDeposit" } },
  redeem(6, "anna", [COVERED_CALL, 2_500]),
  { epoch: 7, visit: 1, who: "anna", vault: COVERED_CALL, act: { kind: "claimAssets" } },
  redeem(8, "boris", [PUT, 10_000]),
  deposit(9, "anna", [COVERED_CALL, 500]),
  { epoch: 9, visit: 1, who: "boris", vault: PUT, act: { kind: "claimAssets" } },
  redeem(10, "dmitri", [COVERED_CALL, 5_000]),
  ...claims(11, "anna", [COVERED_CALL]),
  redeem(11, "anna", [BTC_CALL, 2_000]),
  deposit(12, "boris", [PUT, 1_250_000]),
  redeem(LAST, "portfolio", [CONDOR, 3_000]),
  deposit(LAST, "portfolio", [PUT, 10_000]),
  deposit(LIVE, "portfolio", [COVERED_CALL, 5]),
  redeem(LIVE, "portfolio", [COVERED_CALL, 2_000]),
];

function deposit(epoch: number, who: Role, [vault, amount]: readonly [VaultIndex, number]): PlannedAct {
  return { epoch, visit: 1, who, vault, act: { kind: "deposit", amount } };
}

function redeem(epoch: number, who: Role, [vault, shareBps]: readonly [VaultIndex, number]): PlannedAct {
  return { epoch, visit: 2, who, vault, act: { kind: "redeem", shareBps } };
}

function claims(epoch: number, who: Role, vaults: readonly VaultIndex[]): readonly PlannedAct[] {
  return vaults.map((vault) => ({ epoch, visit: 1, who, vault, act: { kind: "claimShares" } }));
}
