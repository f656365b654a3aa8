import { createClient, encodeFunctionData, type Hex, http, parseAbi } from "viem";
import type { LocalAccount } from "viem/accounts";
import { getTransactionReceipt, sendTransaction, signAuthorization, waitForTransactionReceipt } from "viem/actions";

const MULTICALL3 = parseAbi([
  "function aggregate3Value((address target, bool allowFailure, uint256 value, bytes callData)[] calls) payable returns ((bool success, bytes returnData)[])",
]);
const NOBODY = `0x${"0".repeat(39)}1` as const;

/** A call as `wallet_sendCalls` names it. */
export type AskedCall = { readonly to: Hex; readonly data?: Hex; readonly value?: Hex };

type Where = { readonly account: LocalAccount; readonly rpcUrl: string; readonly multicall3: Hex };

/**
 * An account of a test that carries out several calls as one, in one real transaction: Multicall3's code acts for it (EIP-7702),
 * and it calls itself. Anybody could then act for it, so this is for the local chain's published keys alone.
 */
export class BatchAccount {
  /** Transactions of each batch by its name. */
  readonly carriedOut = new Map<string, readonly Hex[]>();

  constructor(private readonly where: Where) {}

  private get client() {
    const { account, rpcUrl } = this.where;
    return createClient({ account, transport: http(rpcUrl) });
  }

  /** Signs that Multicall3's code acts for the account, once, before a page asks it for anything. */
  async becomeSmart(): Promise<void> {
    const { client } = this;
    const authorization = await signAuthorization(client, {
      contractAddress: this.where.multicall3,
      executor: "self",
    });
    const hash = await sendTransaction(client, { chain: null, to: NOBODY, authorizationList: [authorization] });
    await waitForTransactionReceipt(client, { hash });
  }

  /** All calls in one transaction, together or not at all. */
  async carryOut(id: string, asked: readonly AskedCall[], gas?: bigint): Promise<Hex> {
    const calls = asked.map(({ to, data = "0x", value = "0x0" }) => ({
      target: to,
      allowFailure: false,
      value: BigInt(value),
      callData: data,
    }));
    const data = encodeFunctionData({ abi: MULTICALL3, functionName: "aggregate3Value", args: [calls] });
    const value = calls.reduce((sum, call) => sum + call.value, 0n);
    const to = this.where.account.address;
    const hash = await sendTransaction(this.client, { chain: null, to, data, value, ...(gas ? { gas } : {}) });
    this.carriedOut.set(id, [hash]);
    return hash;
  }

  /** What `wallet_getCallsStatus` answers; throws with the code of a name that it does not know. */
  async status(id: string, chainId: number) {
    const hashes = this.carriedOut.get(id);
    if (hashes === undefined) throw Object.assign(new Error("No matching bundle found."), { code: 5730 });
    const found = hashes.map((hash) => getTransactionReceipt(this.client, { hash }).catch(() => null));
    const receipts = (await Promise.all(found)).filter((receipt) => receipt !== null);
    const common = { version: "2.0.0", id, chainId: `0x${chainId.toString(16)}`, atomic: hashes.length === 1 };
    if (receipts.length < hashes.length) return { ...common, status: 100 };
    const isSuccess = receipts.every(({ status }) => status === "success");
    return {
      ...common,
      status: isSuccess ? 200 : 500,
      receipts: receipts.map(({ transactionHash, blockHash, blockNumber, gasUsed, status }) => ({
        logs: [],
        status: status === "success" ? "0x1" : "0x0",
        transactionHash,
        blockHash,
        blockNumber: `0x${blockNumber.toString(16)}`,
        gasUsed: `0x${gasUsed.toString(16)}`,
      })),
    };
  }
}
