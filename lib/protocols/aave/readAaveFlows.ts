import { decodeEventLog, type Hex, padHex, parseAbi, toEventSelector } from "viem";
import { type RawLog, readLogs } from "@/lib/chain/readLogs";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { YieldFlow } from "@/lib/vault/YieldFlow";
import { datedFlows, type ToldFlow } from "../listed/datedFlows";
import type { FlowReading } from "../listed/FlowReading";

/** Each names the account third, but the last, which names it fourth. */
const abi = parseAbi([
  "event Supply(address indexed reserve, address user, address indexed onBehalfOf, uint256 amount, uint16 indexed referralCode)",
  "event Withdraw(address indexed reserve, address indexed user, address indexed to, uint256 amount)",
  "event Borrow(address indexed reserve, address user, address indexed onBehalfOf, uint256 amount, uint8 interestRateMode, uint256 borrowRate, uint16 indexed referralCode)",
  "event Repay(address indexed reserve, address indexed user, address indexed repayer, uint256 amount, bool useATokens)",
  "event LiquidationCall(address indexed collateralAsset, address indexed debtAsset, address indexed user, uint256 debtToCover, uint256 liquidatedCollateralAmount, address liquidator, bool receiveAToken)",
]);
const SELECTORS = abi.map((event) => toEventSelector(event));

/** What an account put into a pool and took out of it, borrowed and paid back, and what was liquidated. */
export async function readAaveFlows(reading: FlowReading): Promise<readonly YieldFlow[]> {
  const { client, entry, account, fromBlock, toBlock } = reading;
  const owner = padHex(account, { size: 32 });
  const range = { addresses: [entry.address], fromBlock, toBlock };
  const [own, liquidated] = await Promise.all([
    readLogs(client, { ...range, events: SELECTORS.slice(0, -1), subject: owner, subjectAt: 2 }),
    readLogs(client, { ...range, events: SELECTORS.slice(-1), subject: owner, subjectAt: 3 }),
  ]);
  return datedFlows(client, [...own, ...liquidated], told);
}

function told(log: RawLog): ToldFlow {
  const event = decoded(log);
  const moved = (kind: ToldFlow["kind"], asset: `0x${string}`, amount: bigint): ToldFlow => {
    return { kind, asset, assets: tokenAmount(amount), shares: null };
  };
  switch (event.eventName) {
    case "Supply":
      return moved("deposit", event.args.reserve, event.args.amount);
    case "Withdraw":
      return moved("withdrawal", event.args.reserve, event.args.amount);
    case "Borrow":
      return moved("borrowing", event.args.reserve, event.args.amount);
    case "Repay":
      return moved("repayment", event.args.reserve, event.args.amount);
    case "LiquidationCall":
      return moved("liquidation", event.args.debtAsset, event.args.debtToCover);
  }
}

function decoded({ topics, data }: RawLog) {
  try {
    return decodeEventLog({ abi, topics: [...topics] as [Hex, ...Hex[]], data });
  } catch (cause) {
    throw new GarbledAnswerError("eth_getLogs", { cause });
  }
}
