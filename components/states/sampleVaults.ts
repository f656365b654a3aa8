import { price8 } from "@/lib/units/Price8";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import type { Fill, PastEpoch } from "@/lib/vault/Epoch";
import type { Vault } from "@/lib/vault/Vault";
import { fillOf, leg, NOW, pastEpoch, putEpoch, putVault } from "@/lib/vault/vaultFixture";
import type { Market } from "../vault/Market";
import { sampleMarket } from "./sampleMarket";

/** A vault as a screen meets it, in one state. Invented: no chain is asked. */
export type SampleVault = {
  readonly vault: Vault;
  readonly pastEpochs: readonly PastEpoch[];
  readonly fills: readonly Fill[];
  readonly market: Market;
};

const RESULTS = [0.011, 0.009, -0.024, 0.012, 0.01, 0.008, -0.003, 0.012, 0.013, 0.009, 0.011];

/** Eleven epochs, two of them with a loss. */
const HISTORY = historyOf(RESULTS);

function historyOf(results: readonly number[]): readonly PastEpoch[] {
  let price = 1;
  return results.map((result, index) => {
    price *= 1 + result;
    return pastEpoch(index + 1, BigInt(Math.round(price * 1e9)) * 10n ** 9n);
  });
}

const WITHOUT_MARKET: Market = { ok: false, reason: "unreachable", detail: "The option market did not answer." };

const LIVE: SampleVault = { vault: putVault(), pastEpochs: HISTORY, fills: [fillOf()], market: sampleMarket() };

/** Eight legs, the most that an account holds: the heaviest page there is. */
function eightLegs(): SampleVault {
  const strikes = [2700n, 2900n, 3100n, 3300n, 3600n, 3800n, 4000n, 4200n];
  const sides = [1, -1, -1, 1, 1, -1, -1, 1] as const;
  const legs = strikes.map((strike, index) => leg(index < 4, sides[index] ?? 1, strike));
  const prices = [1, 4, 18, 70, 62, 17, 4, 1].map((dollars) => tokenAmount(BigInt(dollars) * 1_000_000n));
  const epoch = putEpoch({ legs, premium: -9_000_000_000n });
  return { ...LIVE, vault: putVault({ epoch }), fills: [fillOf({ legPrices: prices })] };
}

/** Each state a vault's page can be in, by the name in its address. */
export const SAMPLE_VAULTS: Readonly<Record<string, SampleVault>> = {
  "vault-live": LIVE,
  "vault-without-market": { ...LIVE, market: WITHOUT_MARKET },
  "vault-eight-legs": eightLegs(),
  "vault-selling": {
    ...LIVE,
    fills: [],
    vault: putVault({
      epoch: putEpoch({
        phase: "selling",
        isCleared: false,
        sizeSold: wad(0n),
        premium: 0n,
        saleEnd: unixSeconds(NOW + 900n),
      }),
    }),
  },
  "vault-nothing-sold": {
    ...LIVE,
    fills: [],
    vault: putVault({ epoch: putEpoch({ sizeSold: wad(0n), premium: 0n }) }),
  },
  "vault-idle": {
    ...LIVE,
    vault: putVault({ epoch: putEpoch({ phase: "idle" }), idleSince: unixSeconds(NOW - 3_600n) }),
  },
  "vault-stale-price": {
    ...LIVE,
    vault: putVault({ spot: { ...putVault().spot, updatedAt: unixSeconds(NOW - 74n * 60n) } }),
  },
  "vault-paused": { ...LIVE, vault: putVault({ isDepositPaused: true }) },
  "vault-full": {
    ...LIVE,
    vault: putVault({ totalAssets: putVault().terms.cap, totalShares: shares(4_750_000n * WAD) }),
  },
  "vault-few-epochs": { ...LIVE, pastEpochs: HISTORY.slice(-3) },
  "vault-first-epoch": { ...LIVE, pastEpochs: [] },
  "vault-unpriced": {
    ...LIVE,
    market: WITHOUT_MARKET,
    fills: [fillOf({ legPrices: [tokenAmount(3_200_000_000n)] })],
  },
  "vault-after-a-fall": {
    ...LIVE,
    vault: putVault({ spot: { ...putVault().spot, price: price8(290_000_000_000n) } }),
  },
};

/** When the samples are looked at. */
export const SAMPLE_NOW = NOW;
