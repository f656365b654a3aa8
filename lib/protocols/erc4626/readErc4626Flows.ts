import { decodeEventLog, type Hex, padHex, parseAbi, toEventSelector } from "viem";
import { type RawLog, readLogs } from "@/lib/chain/readLogs";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { YieldFlow } from "@/lib/vault/YieldFlow";
import { datedFlows, type ToldFlow } from "../listed/datedFlows";
import type { FlowReading } from "../listed/FlowReading";

const abi = parseAbi([
  "event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)",
  "event Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares)",
]);
const [DEPOSIT, WITHDRAW] = abi.map((event) => toEventSelector(event)) as [Hex, Hex];

/** An account's deposits and withdrawals, by the standard's two events: whoever paid, and whoever was paid. */
export async function readErc4626Flows(reading: FlowReading): Promise<readonly YieldFlow[]> {
  const { client, entry, account, fromBlock, toBlock } = reading;
  const owner = padHex(account, { size: 32 });
  const range = { addresses: [entry.address], fromBlock, toBlock };
  const [paid, taken] = await Promise.all([
    readLogs(client, { ...range, events: [DEPOSIT], subject: owner, subjectAt: 2 }),
    readLogs(client, { ...range, events: [WITHDRAW], subject: owner, subjectAt: 3 }),
  ]);
  return datedFlows(client, [...paid, ...taken], told);
}

function told({ topics, data }: RawLog): ToldFlow {
  try {
    const event = decodeEventLog({ abi, topics: [...topics] as [Hex, ...Hex[]], data });
    const { assets, shares: moved } = event.args;
    const kind = event.eventName === "Deposit" ? "deposit" : "withdrawal";
    return { kind, asset: null, assets: tokenAmount(assets), shares: shares(moved) };
  } catch (cause) {
    throw new GarbledAnswerError("eth_getLogs", { cause });
  }
}
