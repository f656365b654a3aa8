import { DAX_CHAIN } from "./daxChain";
import { batesWorkload, mertonWorkload } from "./pathWorkloads";
import { riskTokens } from "./riskPeerInput";
import type { TaskName } from "./tasks";
import { hestonWorkload, type OptionColumns, optionColumns, sliceQuotes } from "./workloads";

/** A task's workload as the tokens that quantlib.cpp reads: the very numbers that our side runs on. */
export function peerInput(task: TaskName): string {
  return [task, ...tokens(task)].join(" ");
}

function tokens(task: TaskName): readonly (number | string)[] {
  switch (task) {
    case "normalCdf":
      return [];
    case "black":
    case "impliedVolatility":
      return optionTokens(optionColumns());
    case "hestonStrips":
      return hestonTokens();
    case "sviSurface":
      return sliceTokens();
    case "hestonCalibration":
    case "batesCalibration":
      return daxTokens();
    case "mertonPaths":
      return mertonTokens();
    case "batesPaths":
      return batesTokens();
    case "bookGreeks":
    case "scenarioGrid":
    case "scenarioShortfall":
      return riskTokens(task);
  }
}

function optionTokens(options: OptionColumns): readonly number[] {
  const { forward, strike, timeToExpiryYears, volatility, isPut, price } = options;
  const columns = [forward, strike, timeToExpiryYears, volatility, isPut, price];
  const rows = Array.from(forward, (_, index) => columns.map((column) => column[index] ?? Number.NaN));
  return [rows.length, ...rows.flat()];
}

function hestonTokens(): readonly number[] {
  const { parameters, spot, expiries } = hestonWorkload();
  const { initialVariance, meanReversion, longRunVariance, volatilityOfVariance, correlation } = parameters;
  return [
    ...[initialVariance, meanReversion, longRunVariance, volatilityOfVariance, correlation],
    ...[spot, expiries.length, expiries[0]?.strikes.length ?? 0],
    ...expiries.flatMap(({ days, strikes }) => [days, ...strikes]),
  ];
}

function sliceTokens(): readonly number[] {
  const slices = sliceQuotes();
  return [
    ...[slices.length, slices[0]?.strikes.length ?? 0],
    ...slices.flatMap(({ timeToExpiryYears, forward, strikes, volatilities }) => [
      ...[timeToExpiryYears, forward],
      ...strikes,
      ...volatilities,
    ]),
  ];
}

function daxTokens(): readonly number[] {
  const { spot, days, zeroRates, strikes, volatilities } = DAX_CHAIN;
  return [spot, days.length, strikes.length, ...days, ...zeroRates, ...strikes, ...volatilities.flat()];
}

function mertonTokens(): readonly number[] {
  const { peerPaths, days, parameters } = mertonWorkload();
  const { volatility, jumpIntensity, meanLogJump, jumpDeviation } = parameters;
  return [peerPaths, days, volatility, jumpIntensity, meanLogJump, jumpDeviation];
}

function batesTokens(): readonly number[] {
  const { peerPaths, days, parameters } = batesWorkload();
  const { initialVariance, meanReversion, longRunVariance, volatilityOfVariance, correlation } = parameters;
  const { jumpIntensity, meanLogJump, jumpDeviation } = parameters;
  return [
    ...[peerPaths, days, initialVariance, meanReversion, longRunVariance, volatilityOfVariance, correlation],
    ...[jumpIntensity, meanLogJump, jumpDeviation],
  ];
}
