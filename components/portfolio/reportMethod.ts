import { describeVolatility } from "@/lib/format/describeVolatility";
import { joinedNames } from "@/lib/format/joinedNames";
import { fixedText, grouped } from "@/lib/format/numberText";
import type { PathLaw } from "@/lib/risk/paths/PathLaw";
import type { Vault } from "@/lib/vault/Vault";
import { lawFault, lawSentence, momentText } from "./lossWords";
import { missingHoldings } from "./missingHoldings";
import { type PortfolioLoss, SCENARIOS, SEED } from "./useLoss";
import type { RiskChoice } from "./useRiskChoice";
import type { RiskInputs } from "./useRiskInputs";

/** What a report tells of: the portfolio, what its reader chose, the one-day distribution and the one on the page. */
export type ReportInput = {
  readonly inputs: RiskInputs;
  readonly choice: RiskChoice;
  readonly day: PortfolioLoss;
  readonly shown: PortfolioLoss;
};

export type ReportFact = { readonly name: string; readonly text: string };

/** Everything that another would need to come to the same figures. */
export function reportMethod({ inputs, choice, day }: ReportInput): readonly ReportFact[] {
  const { holdings, others, book, now, vaults, wallet, leftOut } = inputs.portfolio;
  const missing = missingHoldings({ holdings, others, wallet });
  const coins = book.coins.map(({ symbol, spot }) => `${symbol} $${fixedText(spot, 2)}`).join(", ");
  const sources = [
    ...new Set(holdings.flatMap(({ volatility }) => (volatility?.ok ? [describeVolatility(volatility)] : []))),
  ];
  return [
    {
      name: "As of",
      text: `${blocksText(vaults)}, ${momentText(Number(now), now)}; ${coins} by the price feeds`,
    },
    ...(leftOut.length > 0
      ? [{ name: "Left out", text: `Holdings on ${joinedNames(leftOut)}: not read. They are in no figure.` }]
      : []),
    ...(missing.length > 0 ? [{ name: "In no figure", text: `${joinedNames(missing)}: no price, or not read.` }] : []),
    {
      name: "Wallet",
      text: `Options at the clearinghouse count. ${wallet.isCounted ? "Plain tokens count, too." : "Plain tokens are shown and count in no figure."}`,
    },
    {
      name: "Options",
      text: `Black’s formula, each at its own volatility. ${sources.join("; ")}. A quote counts as one dollar, the rate is 0.`,
    },
    {
      name: "Smile",
      text:
        choice.rule === "stickyStrike"
          ? "Each strike keeps its volatility when the price moves."
          : "The smile moves along with the price.",
    },
    {
      name: "Law of prices",
      text: day.law && !day.law.ok ? lawFault(day.law.reason) : lawSentence(choice.law, day.days),
    },
    ...parameters(
      day,
      book.coins.map(({ symbol }) => symbol),
    ),
    {
      name: "Scenarios",
      text: `${grouped(String(SCENARIOS))}, seed ${SEED}, every option revalued in each; options that expire on the way settle at their expiry’s price. Fees of the open epochs and what a vault would sell next are left out.`,
    },
    {
      name: "Figures",
      text: "VaR is the loss that one scenario in 20 exceeds, the shortfall (ES) the mean of those. Shares are Euler’s: they add up to it.",
    },
  ];
}

/** Each chain is read at one block of its own. */
function blocksText(vaults: readonly Vault[]): string {
  const blocks = new Map(vaults.map(({ chainId, blockNumber }) => [chainId, blockNumber] as const));
  const texts = [...blocks].map(([chainId, block]) => `block ${grouped(String(block))} of chain ${chainId}`);
  return texts.length === 0 ? "no block" : joinedNames(texts);
}

function parameters({ law }: PortfolioLoss, coins: readonly string[]): readonly ReportFact[] {
  if (!law?.ok) return [];
  const correlation = law.correlation[0]?.[1];
  const together =
    correlation === undefined
      ? ""
      : ` Correlation ${correlation.toFixed(3)}${law.isCorrelationAssumed ? ", assumed" : ""}.`;
  return [
    {
      name: "Parameters",
      text: `${coins.map((coin, index) => `${coin}: ${ofCoin(law.law, index)}`).join(". ")}.${together}`,
    },
  ];
}

function ofCoin(law: PathLaw, coin: number): string {
  switch (law.kind) {
    case "bates": {
      const own = law.coins[coin];
      if (own === undefined) return "";
      const named = [
        ["v₀", own.initialVariance],
        ["κ", own.meanReversion],
        ["θ", own.longRunVariance],
        ["σ", own.volatilityOfVariance],
        ["ρ", own.correlation],
        ["λ", own.jumpIntensity],
        ["ν", own.meanLogJump],
        ["δ", own.jumpDeviation],
      ] as const;
      return named.map(([name, value]) => `${name} ${value.toPrecision(4).replace("-", "−")}`).join(", ");
    }
    case "studentT": {
      const own = law.coins[coin];
      return own === undefined
        ? ""
        : `volatility ${(100 * own.volatility).toFixed(1)}%, ${own.volatilityPerFall.toFixed(2)} points for each 1% of a fall`;
    }
    case "filteredHistory":
      return `${law.returns[coin]?.length ?? 0} daily returns`;
    case "merton":
      return "";
  }
}
