import { fixedText } from "./numberText";

const WEI_PER_GWEI = 1e9;

/** The price of gas: `12.5 gwei`; below a tenth with the digits that it has. */
export function formatGwei(wei: bigint): string {
  const gwei = Number(wei) / WEI_PER_GWEI;
  return `${gwei > 0 && gwei < 0.1 ? gwei.toPrecision(2) : fixedText(gwei, 1)} gwei`;
}
