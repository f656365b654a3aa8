import { concat, type Hex, keccak256, numberToHex, zeroHash } from "viem";
import { requiredCollateral } from "@/lib/products/margin";
import { type ExactLeg, netPayoffDown, type SettlementUnit } from "@/lib/products/payoffExact";
import { portfolioRequirement, type Scenario } from "@/lib/products/portfolioMargin";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { wad } from "@/lib/units/Wad";

/**
 * A hundred thousand portfolios that Solidity makes for itself from the same hashes (MarginDigests.t.sol), and of each thousand the hash of all answers: full
 * mode's requirement, portfolio mode's, the payoff at a price. Columns of digests.json.
 */
const CHUNKS = 100;
const CASES = 1_000;
const DECIMALS = [6, 8, 18] as const;
const UNBOUNDED = 2n ** 256n - 1n;

type Case = {
  readonly legs: readonly ExactLeg[];
  readonly unit: SettlementUnit;
  readonly scenario: Scenario;
  readonly price: bigint;
};

export function digestColumns(): Record<string, string[]> {
  const digest = Array.from({ length: CHUNKS }, (_, chunk) => BigInt(digestOf(chunk)).toString());
  return { cases: [String(CASES)], digest };
}

function digestOf(chunk: number): Hex {
  let digest: Hex = zeroHash;
  for (let index = 0; index < CASES; index += 1) {
    digest = keccak256(concat([digest, ...answers(randomCase(BigInt(chunk * CASES + index))).map(toWord)]));
  }
  return digest;
}

function answers({ legs, unit, scenario, price }: Case): readonly bigint[] {
  const full = requiredCollateral(legs, unit);
  return [
    full.ok ? full.required : UNBOUNDED,
    portfolioRequirement(legs, { unit, scenario }),
    netPayoffDown(legs, price8(price), unit),
  ];
}

/** Bits of one hash for the case, of one for each leg: see MarginDigests.t.sol. Every second case is hedged by one large long leg, so that full mode often bounds it. */
function randomCase(number: bigint): Case {
  const word = hash(number, 0n);
  const count = 1n + (word & 7n);
  const inUnderlying = ((word >> 3n) & 1n) === 1n;
  const unit = { inUnderlying, decimals: DECIMALS[Number(((word >> 4n) & 15n) % 3n)] ?? 18 };
  const legs = Array.from({ length: Number(count) }, (_, index) => randomLeg(hash(number, BigInt(index) + 1n)));
  const [first] = legs;
  if (((word >> 8n) & 1n) === 1n && first) legs[0] = { ...first, isPut: inUnderlying, size: wad(10n ** 22n) };
  const scenario = {
    spot: price8(magnitude(word >> 16n)),
    downBps: bps(1n + (((word >> 80n) & 0xffffn) % 9_900n)),
    upBps: bps(1n + (((word >> 96n) & 0xffffn) % 50_000n)),
    floorBps: bps(1n + (((word >> 112n) & 0xffffn) % 10_000n)),
  };
  return { legs, unit, scenario, price: magnitude(word >> 128n) };
}

function randomLeg(word: bigint): ExactLeg {
  const size = 1n + (((word >> 64n) & (2n ** 96n - 1n)) % 10n ** BigInt(1n + ((word >> 160n) & 15n) + 6n));
  return {
    isPut: (word & 1n) === 1n,
    strike: price8(magnitude(word >> 2n)),
    size: wad((word & 2n) === 2n ? size : -size),
  };
}

/** From 1 to 2^48, every order of magnitude as often: the lowest five bits say how many of the next 48 count. */
function magnitude(word: bigint): bigint {
  const bits = 17n + (word & 31n);
  return 1n + ((word >> 5n) & (2n ** bits - 1n));
}

function hash(number: bigint, part: bigint): bigint {
  return BigInt(keccak256(concat([toWord(number), toWord(part)])));
}

function toWord(value: bigint): Hex {
  return numberToHex(BigInt.asUintN(256, value), { size: 32 });
}
