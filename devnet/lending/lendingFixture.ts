import { type Account, createClient, http } from "viem";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { type Played, playIntent } from "@/lib/protocols/ballast/perform/performFixture";
import { readListed } from "@/lib/protocols/listed/readListed";
import type { Intent } from "@/lib/transaction/Intent";
import type { Loan } from "@/lib/vault/Loan";
import type { Address } from "@/lib/vault/Token";
import type { YieldPosition, YieldProtocol, YieldVault } from "@/lib/vault/YieldVault";
import { type LocalChain, localChain } from "../chain/LocalChain";
import { startTestDevnet, type TestDevnet } from "../devnetFixture";

/** A local chain with its lending market, as the app reads it. */
export type LendingWorld = TestDevnet & {
  readonly chain: LocalChain;
  /** The vault of a protocol whose asset has this symbol, and what an account has there. */
  readonly read: (
    protocol: YieldProtocol,
    symbol: string,
    account: Address,
  ) => Promise<{ readonly vault: YieldVault; readonly position: YieldPosition; readonly loan: Loan | null }>;
  readonly play: (intent: Intent | null, account: Account) => Promise<Played>;
  /** Lets the chain's time pass, in seconds. */
  readonly pass: (seconds: number) => Promise<void>;
};

export async function startLendingWorld(): Promise<LendingWorld> {
  const test = await startTestDevnet();
  const { source, devnet } = test;
  const chain = localChain(devnet.rpcUrl);
  return {
    ...test,
    chain,
    read: async (protocol, symbol, account) => {
      const outcome = (await readListed(source, account)).find(({ entry }) => entry.protocol === protocol);
      if (!outcome?.ok) throw outcome?.failure ?? new TypeError(`nothing of ${protocol}`);
      const { vaults, positions, loan } = outcome.answer;
      const vault = vaults.find(({ asset }) => asset.symbol === symbol);
      const position = positions.find((one) => one.vault === vault?.address);
      if (vault === undefined || position === undefined) throw new TypeError(`no ${symbol} in ${protocol}`);
      return { vault, position, loan };
    },
    play: (intent, account) => {
      if (intent === null) throw new TypeError("nothing is intended");
      const wallet: WalletClient = createClient({
        account,
        chain: source.client.chain,
        transport: http(devnet.rpcUrl),
      });
      return playIntent(source, { intent, account: account.address, wallet });
    },
    pass: async (seconds) => {
      await chain.test.increaseTime({ seconds });
      await chain.test.mine({ blocks: 1 });
    },
  };
}
