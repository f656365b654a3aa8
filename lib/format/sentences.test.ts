import { describe, expect, test } from "vitest";
import { GarbledAnswerError, RpcUnreachableError } from "@/lib/errors/chainErrors";
import { ConfigurationError, DevnetControlError } from "@/lib/errors/configurationErrors";
import { InvariantError } from "@/lib/errors/invariant";
import {
  MarketGarbledError,
  MarketRefusedError,
  MarketUnreachableError,
  MarketUnusableError,
} from "@/lib/errors/marketErrors";
import { PricingFailedError } from "@/lib/errors/pricingErrors";
import { WalletRejectedError, WalletWrongChainError } from "@/lib/errors/walletErrors";
import type { Consequence } from "@/lib/transaction/Consequence";
import type { Obstacle } from "@/lib/transaction/Obstacle";
import { DEPOSIT } from "@/lib/transaction/planFixture";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { type AmountReason, parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { EXPIRY, leg, NOW, putEpoch, putVault, USDC, WETH } from "@/lib/vault/vaultFixture";
import { vaultProduct } from "@/lib/vault/vaultProduct";
import { amountReasonSentence } from "./amountReasonSentence";
import { describeConsequence } from "./describeConsequence";
import { describeGreeks } from "./describeGreeks";
import { describeIntent } from "./describeIntent";
import { describeObstacle } from "./describeObstacle";
import { describePayoff } from "./describePayoff";
import { describeStrategy } from "./describeStrategy";
import { errorMessage } from "./errorMessage";
import { gammaUnits } from "./gammaMove";
import { joinedNames } from "./joinedNames";
import { revertMessage } from "./revertMessage";

const chainName = (chainId: number) => (chainId === 1 ? "Ethereum" : `Chain ${chainId}`);

describe("strategies", () => {
  test("default: a put, in the words of its strike", () => {
    expect(describeStrategy(putVault())).toEqual({
      name: "Cash-secured put",
      earns: "Earns premium every week.",
      loses: "Loses dollar for dollar once ETH settles below $3,100.",
    });
  });

  test("behavior: at rest, in the words of its bounds", () => {
    const { loses } = describeStrategy(putVault({ epoch: putEpoch({ phase: "idle" }) }));
    expect(loses).toBe("Loses dollar for dollar once ETH settles below a strike 3% to 15% below spot.");
  });

  test("default: a covered call", () => {
    const call = { isPut: false, side: -1, ratio: leg(false, -1, 1n).ratio } as const;
    const legs = [{ ...call, minMoneyness: bps(10_300n), maxMoneyness: bps(12_000n) }];
    const vault = putVault({ asset: WETH, legs, epoch: putEpoch({ legs: [leg(false, -1, 3900n)] }) });
    expect(describeStrategy(vault)).toMatchObject({
      name: "Covered call",
      loses: "You hold ETH and lose when it falls. Gains of ETH above $3,900 go to the buyer.",
    });
  });

  test("default: a condor, with the epoch's own largest loss", () => {
    const legs = [leg(true, 1, 2900n), leg(true, -1, 3100n), leg(false, -1, 3750n), leg(false, 1, 3950n)];
    const bounds = { minMoneyness: bps(8000n), maxMoneyness: bps(12_000n) };
    const vault = putVault({ legs: legs.map((each) => ({ ...each, ...bounds })), epoch: putEpoch({ legs }) });
    // 300 packages lose 200 each less 6,000 premium, of 1,000,000: 5.4 %
    expect(describeStrategy(vault)).toEqual({
      name: "Iron condor",
      earns: "Earns premium while ETH stays between $3,100 and $3,750.",
      loses: "Outside that range you lose up to 5.4% of your deposit in one epoch.",
    });
  });

  test("default: a payoff for who does not see it", () => {
    const result = vaultProduct(putVault());
    expect(result.ok && describePayoff(result.product, 10_000)).toBe(
      "Result at expiry by ETH price, for $10,000: largest gain +$60.00 at $3,100, largest loss \u2212$9,240.00 at $0, breakeven $3,080.",
    );
  });
});

test("default: Greeks with the person's own numbers, quiet ones said as such", () => {
  const greeks = {
    valueUsd: 0,
    delta: 0.324,
    deltaUsd: 0,
    coinDelta: 0,
    gamma: -0.00388,
    vegaPerPoint: -3.1,
    thetaPerDay: 2.1,
    nextDayUsd: 1.87,
  };
  expect(describeGreeks(greeks, { underlying: "ETH", spot: 3450 })).toEqual([
    { name: "Delta", value: "+0.324", unit: "ETH", sentence: "Acts like owning 0.324 ETH. ETH up $100: +$32.40." },
    {
      name: "Gamma",
      value: "\u22120.388",
      unit: "ETH per $100",
      sentence: "Moves hurt more the further they go: delta shifts by this per $100.",
    },
    {
      name: "Vega",
      value: "\u2212$3.10",
      unit: "per vol pt",
      sentence: "You lose $3.10 if implied volatility rises 1 point.",
    },
    {
      name: "Theta",
      value: "+$2.10",
      unit: "per day",
      sentence: "The rate right now. ETH standing still for a whole day brings you $1.87.",
    },
  ]);
  const quiet = describeGreeks(
    { ...greeks, delta: 1e-9, gamma: -1e-12, vegaPerPoint: 0, thetaPerDay: -0.001, nextDayUsd: -0.001 },
    { underlying: "ETH", spot: 3450 },
  );
  expect(quiet.map(({ value }) => value)).toEqual(["0.000", "0.000", "$0.00", "$0.00"]);
  const unknown = describeGreeks(
    { ...greeks, delta: Number.NaN, vegaPerPoint: Number.NaN },
    { underlying: "BTC", spot: 97_000 },
  );
  expect(unknown[0]).toMatchObject({ value: "–", sentence: "Not known without a volatility." });
  expect(unknown[1]?.unit).toBe("BTC per $1,000");
  const vault = describeGreeks(
    { ...greeks, delta: -3580.1234, vegaPerPoint: -37_614.4, thetaPerDay: 252_900.4, nextDayUsd: 9_999.4 },
    { underlying: "ETH", spot: 3450 },
  );
  expect(vault.map(({ value }) => value)).toEqual(["−3,580.1", "−0.388", "−$37,614", "+$252,900"]);
  expect(vault[0]?.sentence).toBe("Acts like being short 3,580.1 ETH. ETH up $100: −$358,012.");
  expect(vault[3]?.sentence).toBe("The rate right now. ETH standing still for a whole day brings you $9,999.40.");
  const sentence = (nextDayUsd: number, isLastDay: boolean) =>
    describeGreeks({ ...greeks, nextDayUsd }, { underlying: "ETH", spot: 3450, isLastDay })[3]?.sentence;
  expect(sentence(-4.5, true)).toBe("The rate right now. ETH standing still until expiry costs you $4.50.");
  expect(sentence(0.004, false)).toBe("Standing still changes hardly anything.");
  expect(sentence(Number.NaN, true)).toBe("Not known without a volatility.");
});

test("default: a column of gammas names its move once, and the coins of another move", () => {
  const eth = { underlying: "ETH", spot: 3_450 };
  const btc = { underlying: "BTC", spot: 97_000 };
  expect(gammaUnits([eth, eth])).toBe("per $100");
  expect(gammaUnits([btc])).toBe("per $1,000");
  expect(gammaUnits([btc, eth, btc])).toBe("per $100, BTC $1,000");
  expect(gammaUnits([])).toBe("");
});

describe("obstacles", () => {
  test.each<readonly [Obstacle, string, string]>([
    [{ kind: "notConnected" }, "Connect wallet", "without one"],
    [{ kind: "wrongNetwork", found: 8453, needed: 1 }, "Switch to Ethereum", "Chain 8453"],
    [{ kind: "deadVault", vaultName: "V" }, "Vault is closed", "V lost all"],
    [{ kind: "depositsPaused", vaultName: "V" }, "Deposits are paused", "Withdrawals"],
    [{ kind: "stalePrice", updatedAt: NOW, ageSeconds: 4440n }, "Price is 74 min old", "74 min ago"],
    [{ kind: "noAmount", reason: "empty", token: USDC }, "Enter an amount", "USDC"],
    [{ kind: "noAmount", reason: "exponent", token: USDC }, "Amount is not a number", "exponent"],
    [
      { kind: "overBalance", by: 1n, balance: 62_418_070_000n, token: USDC },
      "0.000001 USDC too much",
      "You have 62,418.07 USDC.",
    ],
    [{ kind: "belowMinimum", minimum: 100_000_000n, token: USDC, vaultName: "V" }, "Minimum is 100.00 USDC", "or more"],
    [{ kind: "overCap", by: 1n, room: 2_140_000_000n, token: USDC, vaultName: "V" }, "Room for 2,140.00 USDC", "cap"],
    [{ kind: "overCap", by: 1n, room: 0n, token: USDC, vaultName: "V" }, "Vault is full", "cap"],
    [{ kind: "notEnterable", vaultName: "V" }, "No deposits here", "taken out"],
    [{ kind: "nothingHeld", vaultName: "V" }, "Nothing to withdraw", "nothing in V"],
    [
      { kind: "overPayable", most: 1_000_000n, token: USDC, vaultName: "V", isPledged: true },
      "Most is 1.00 USDC",
      "secures what you owe",
    ],
    [
      { kind: "overPayable", most: 0n, token: USDC, vaultName: "V", isPledged: false },
      "Nothing can be taken out now",
      "no more at hand",
    ],
    [{ kind: "noFeeCoin", missingWei: 10n ** 15n }, "0.001 ETH missing for fees", "0.001 ETH"],
  ])("default: %o", (obstacle, button, part) => {
    const text = describeObstacle(obstacle, chainName);
    expect(text.button).toBe(button);
    expect(text.sentence).toContain(part);
  });

  test("behavior: every refused text gets a sentence of its own", () => {
    const texts = [
      "",
      "x".repeat(101),
      "1\u200B",
      "\u0661",
      "0x10",
      "1e3",
      "-1",
      "1.2.3",
      "1 2",
      "1,2,3.4",
      "0,5",
      "1,234",
      "1.1234567",
      "9".repeat(90),
      "0",
      "abc",
    ];
    const reasons = texts
      .map((text) => parseTokenAmount(text, 6))
      .flatMap((parsed): AmountReason[] => (parsed.ok ? [] : [parsed.reason]));
    expect(reasons).toHaveLength(16);
    expect(new Set(reasons.map((reason) => amountReasonSentence(reason, USDC))).size).toBe(16);
  });
});

describe("consequences and intents", () => {
  const at = EXPIRY;
  test.each<readonly [Consequence, string]>([
    [{ kind: "noExitBefore", at, isFixed: true }, "You cannot leave before Fri 27 Nov, 08:00 UTC."],
    [{ kind: "executesAt", at, isFixed: true }, "Your request is executed when the epoch ends: Fri 27 Nov, 08:00 UTC."],
    [
      { kind: "executesAt", at, isFixed: false },
      "Your request is executed when the next epoch opens, by Fri 27 Nov, 08:00 UTC at the latest.",
    ],
    [
      { kind: "claimableFrom", at, isFixed: true },
      "You can claim from Fri 27 Nov, 08:00 UTC, as soon as the epoch is settled.",
    ],
    [{ kind: "cancelFreeUntil", at, isFixed: true }, "You can cancel free until it is settled: Fri 27 Nov, 08:00 UTC."],
    [
      { kind: "keepsRiskUntil", at, isFixed: true },
      "Until Fri 27 Nov, 08:00 UTC your shares keep earning and keep losing.",
    ],
    [{ kind: "networkFee", wei: 10n ** 15n, usd: 3.456 }, "Network fee: at most 0.001 ETH ($3.46)."],
    [{ kind: "networkFee", wei: 1n, usd: null }, "Network fee: at most 0.000000000000000001 ETH."],
    [
      { kind: "largestLoss", share: 0.054, assets: tokenAmount(81_000_000n), asset: USDC },
      "You can lose up to 5.4% in one epoch: 81.00 USDC.",
    ],
    [
      { kind: "lossStarts", side: "below", price: price8(308_000_000_000n), underlyingSymbol: "ETH" },
      "You lose money once ETH settles below $3,080.",
    ],
  ])("default: %o", (consequence, sentence) => expect(describeConsequence(consequence, NOW)).toBe(sentence));

  test("default: fees, room and safety are told", () => {
    const fees = describeConsequence({ kind: "vaultFees", managementFee: bps(100n), performanceFee: bps(1000n) }, NOW);
    expect(fees).toContain("1.0% a year");
    expect(fees).toContain("10.0% of profit");
    expect(describeConsequence({ kind: "capMayReturn", room: tokenAmount(5_000_000n), asset: USDC }, NOW)).toContain(
      "5.00 USDC",
    );
    expect(describeConsequence({ kind: "nothingAtRisk" }, NOW)).toContain("Nothing else moves");
  });

  test("default: what a person asked for, and the names in it", () => {
    expect(describeIntent(DEPOSIT)).toEqual({
      title: "Deposit 1,500.00 USDC in ETH put vault",
      button: "Request deposit",
    });
    expect(joinedNames(["a", "b", "c"])).toBe("a, b and c");
  });

  test("default: a right taken away names what, whose, and what holds from then on", () => {
    const spender = USDC.address;
    const named = describeIntent({ kind: "revokeAllowance", token: USDC, spender, spenderName: "Ballast router" });
    expect(named).toEqual({
      title: "Revoke the USDC allowance of Ballast router",
      button: "Revoke allowance",
    });
    const vault = { address: spender, name: "ETH put vault" };
    expect(describeIntent({ kind: "revokeOperator", vault, operator: spender, operatorName: null })).toEqual({
      title: "Revoke the operator 0xe6e6…e6e6 in ETH put vault",
      button: "Revoke operator",
    });
    expect(describeConsequence({ kind: "allowanceEnds", token: USDC }, NOW)).toContain("none of your USDC");
    expect(describeConsequence({ kind: "operatorEnds", vaultName: vault.name }, NOW)).toContain("in ETH put vault");
  });
});

describe("failures", () => {
  test.each<readonly [unknown, string, string]>([
    [new RpcUnreachableError(10), "The chain cannot be read.", "10 seconds"],
    [new GarbledAnswerError("balanceOf"), "An answer makes no sense.", "balanceOf"],
    [new WalletRejectedError(), "You rejected the request.", "nothing was sent"],
    [new WalletWrongChainError(1, 8453), "Your wallet is on Chain 8453.", "Ethereum"],
    [new ConfigurationError("x", ["No RPC is named."]), "This page is not set up.", "No RPC"],
    [new DevnetControlError(409, null), "The local chain did not do that.", "409"],
    [new MarketUnreachableError("m:1", 5), "The option market cannot be read.", "m:1 did not answer in 5 seconds."],
    [new MarketRefusedError("m:1", 429, 10_028), "The option market cannot be read.", "(code 10028)"],
    [new MarketGarbledError("ticker", "is too long"), "The option market cannot be read.", "ticker is too long, so"],
    [new MarketUnusableError("closed"), "The option market cannot be read.", "halted trading"],
    [new PricingFailedError("failed", "out of memory"), "The options were not computed.", "no answer: out of memory."],
    [new PricingFailedError("closed", null), "The options were not computed.", "gave no answer. Your"],
    [new InvariantError("sum"), "The page stopped itself.", "sum"],
    [new RangeError("secret"), "The page met an error it does not know.", "RangeError"],
    ["text", "The page met an error it does not know.", "string"],
  ])("error: %s", (error, what, part) => {
    const message = errorMessage(error, chainName);
    expect(message.what).toBe(what);
    expect(message.why).toContain(part);
  });

  test("error: reverts by name, by text, by code, by nothing", () => {
    const of = (errorName: string | null, named = {}, raw: `0x${string}` = "0x1234") =>
      revertMessage({ errorName, arguments: named, raw }).why;
    expect(of("StrategyVault_DepositsPaused")).toBe("Its guardian paused new deposits. Nothing was taken.");
    expect(of("constructor")).toBe("Its reason is called constructor. Nothing was taken.");
    expect(of("Error", { message: "x".repeat(500) })).toHaveLength(160 + "It says: “”. Nothing was taken.".length);
    expect(of("Panic", { code: 17n })).toContain("code 17");
    expect(of(null, {}, "0x")).toContain("no reason");
    expect(of(null)).toContain("not known here");
  });
});
