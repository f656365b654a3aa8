import {
  type Address,
  concat,
  createWalletClient,
  encodeDeployData,
  encodeFunctionData,
  encodePacked,
  type Hex,
  http,
  parseAbi,
  size,
} from "viem";
import { readArtifact } from "@/devnet/contracts/artifacts";
import { localAccount } from "@/devnet/localAccount";
import type { Chain } from "../fixtures/Chain";

/** Where a Safe of 1.4.1 has its several calls made. */
const MULTI_SEND = "0x9641d764fc13c8B624c04430C7356C1C7C8102e2";
const NOBODY = "0x0000000000000000000000000000000000000000";
const MULTI_SEND_ABI = parseAbi(["function multiSend(bytes transactions) payable"]);

type Call = { readonly to: Address; readonly value: string; readonly data: Hex };
type Made = { readonly to: Address; readonly value: bigint; readonly data: Hex; readonly operation: 0 | 1 };

/** A transaction that the Safe's page took. */
type Proposal = Made & {
  readonly safeTxHash: Hex;
  readonly nonce: number;
  readonly signatures: Map<Address, Hex>;
  status: "AWAITING_CONFIRMATIONS" | "AWAITING_EXECUTION" | "CANCELLED" | "SUCCESS";
  txHash: Hex | null;
};

/** What the app asks of the page around it. */
export type Question = { readonly id: string; readonly method: string; readonly params?: unknown };
type Answer = { readonly success: true; readonly data: unknown } | { readonly success: false; readonly error: string };

/**
 * A Safe of three owners, two of whom must sign, and the service behind its page. Its hashes are its contract's, its owners' signatures are
 * real, and whoever executes it is none of them.
 */
export class TestSafe {
  readonly asked: Question[] = [];
  readonly proposals: Proposal[] = [];
  /** True: the person closes the window without signing. */
  isRejecting = false;
  /** What it puts to its owners in place of what it was asked for, without a word. */
  lie: ((calls: readonly Call[]) => readonly Call[]) | undefined;
  /** Chain that its page names in place of its own. */
  claimedChainId: number | undefined;
  /** What the next answer waits for. */
  held: Promise<void> | undefined;
  private readonly owners = [4, 5, 6].map((addressIndex) => localAccount(addressIndex));

  private constructor(
    private readonly chain: Chain,
    private readonly where: { readonly rpcUrl: string; readonly chainId: number },
    readonly address: Address,
  ) {}

  static async create(chain: Chain, where: { readonly rpcUrl: string; readonly chainId: number }): Promise<TestSafe> {
    const { abi, bytecode } = readArtifact("DevSafe");
    const owners = [4, 5, 6].map((addressIndex) => localAccount(addressIndex).address);
    const [creator] = owners;
    if (creator === undefined) throw new TypeError("a Safe has owners");
    await chain.setCode(MULTI_SEND, readArtifact("DevMultiSend").runtime);
    const address = await chain.create(creator, encodeDeployData({ abi, bytecode, args: [owners, 2n, 7n] }));
    return new TestSafe(chain, where, address);
  }

  /** Answers what the app asks of the page around it. */
  async answer(question: Question): Promise<Answer> {
    this.asked.push(question);
    await this.held;
    const { method, params } = question;
    if (method === "getSafeInfo") return { success: true, data: this.info };
    if (method === "sendTransactions") return this.propose((params as { readonly txs: readonly Call[] }).txs);
    if (method === "getTxBySafeTxHash") return this.details((params as { readonly safeTxHash: Hex }).safeTxHash);
    return { success: false, error: `unknown method ${method}` };
  }

  /** Another of its owners signs the newest proposal. */
  async sign(owner: 0 | 1 | 2) {
    const [proposal, account] = [this.proposals.at(-1), this.owners[owner]];
    if (proposal === undefined || account === undefined) throw new TypeError("nothing to sign");
    proposal.signatures.set(account.address, await account.sign({ hash: proposal.safeTxHash }));
    if (proposal.signatures.size >= 2) proposal.status = "AWAITING_EXECUTION";
  }

  /** Somebody who is no owner executes the newest proposal, in one transaction. */
  async execute() {
    const proposal = this.proposals.at(-1);
    if (proposal === undefined) throw new TypeError("nothing to execute");
    proposal.txHash = await this.send(proposal, proposal.signatures);
    proposal.status = "SUCCESS";
  }

  /** The owners execute an empty transaction under the newest proposal's number, which is how a Safe rejects. */
  async reject() {
    const proposal = this.proposals.at(-1);
    if (proposal === undefined) throw new TypeError("nothing to reject");
    const empty = { to: this.address, value: 0n, data: "0x", operation: 0 } as const;
    const hash = await this.hashOf(empty, proposal.nonce);
    const signatures = new Map<Address, Hex>();
    for (const owner of this.owners.slice(0, 2)) signatures.set(owner.address, await owner.sign({ hash }));
    await this.send(empty, signatures);
    proposal.status = "CANCELLED";
  }

  get info() {
    const owners = this.owners.map(({ address }) => address);
    return {
      safeAddress: this.address,
      chainId: this.claimedChainId ?? this.where.chainId,
      threshold: 2,
      owners,
      isReadOnly: false,
    };
  }

  private async propose(asked: readonly Call[]): Promise<Answer> {
    if (this.isRejecting) return { success: false, error: "Transaction was rejected" };
    const made = madeOf(this.lie?.(asked) ?? asked);
    const nonce = Number(await this.chain.read<bigint>(this.address, readArtifact("DevSafe").abi, "nonce"));
    const safeTxHash = await this.hashOf(made, nonce);
    const open = { status: "AWAITING_CONFIRMATIONS", txHash: null } as const;
    this.proposals.push({ ...made, safeTxHash, nonce, signatures: new Map(), ...open });
    await this.sign(0);
    return { success: true, data: { safeTxHash } };
  }

  private details(safeTxHash: Hex): Answer {
    const found = this.proposals.find((proposal) => proposal.safeTxHash === safeTxHash);
    if (found === undefined) return { success: false, error: "Not Found" };
    const detailedExecutionInfo = {
      type: "MULTISIG",
      nonce: found.nonce,
      safeTxHash,
      confirmationsRequired: 2,
      confirmations: [...found.signatures].map(([value, signature]) => ({ signer: { value }, signature })),
    };
    const { status: txStatus, txHash } = found;
    return { success: true, data: { safeAddress: this.address, txStatus, txHash, detailedExecutionInfo } };
  }

  private hashOf({ to, value, data, operation }: Made, nonce: number): Promise<Hex> {
    const { abi } = readArtifact("DevSafe");
    const args = [to, value, data, operation, 0n, 0n, 0n, NOBODY, NOBODY, BigInt(nonce)];
    return this.chain.read<Hex>(this.address, abi, "getTransactionHash", args);
  }

  private async send({ to, value, data, operation }: Made, signatures: ReadonlyMap<Address, Hex>): Promise<Hex> {
    const { abi } = readArtifact("DevSafe");
    const account = localAccount(9);
    const ascending = [...signatures].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    const args = [to, value, data, operation, ascending.map(([, signature]) => signature)];
    const client = createWalletClient({ account, transport: http(this.where.rpcUrl) });
    const calldata = encodeFunctionData({ abi, functionName: "execute", args });
    const hash = await client.sendTransaction({ chain: null, to: this.address, data: calldata, gas: 3_000_000n });
    const { status } = await this.chain.client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new TypeError("the Safe did not execute it");
    return hash;
  }
}

/** One call as it is, several by the contract that makes them one after the other. */
function madeOf(calls: readonly Call[]): Made {
  const [only, ...others] = calls;
  if (only !== undefined && others.length === 0) {
    return { to: only.to, value: BigInt(only.value), data: only.data, operation: 0 };
  }
  const packed = calls.map(({ to, value, data }) =>
    encodePacked(["uint8", "address", "uint256", "uint256", "bytes"], [0, to, BigInt(value), BigInt(size(data)), data]),
  );
  const data = encodeFunctionData({ abi: MULTI_SEND_ABI, functionName: "multiSend", args: [concat(packed)] });
  return { to: MULTI_SEND, value: 0n, data, operation: 1 };
}
