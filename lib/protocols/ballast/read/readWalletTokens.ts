import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import { readCoinBalance } from "@/lib/chain/readCoinBalance";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Address } from "@/lib/vault/Token";
import type { WalletToken, WalletTokens } from "@/lib/vault/WalletHoldings";

/** What stands for the chain's own coin where an address is asked for. */
const NO_TOKEN: Address = `0x${"00".repeat(20)}`;

/** What the account has of the chain's coin and of every token of the deployment, at the page's block and in its request. A token that does not answer is null. */
export async function readWalletTokens(source: ChainSource, account: Address): Promise<WalletTokens> {
  const { deployment, reader } = source;
  const [wei, ...tokens] = await Promise.all([
    readCoinBalance(source, account),
    ...deployment.tokens.map(async (token): Promise<WalletToken> => {
      const at = { address: token.address, abi: erc20PermitAbi } as const;
      const { values } = await reader.read({
        balance: orNull(contractRead({ ...at, functionName: "balanceOf", args: [account] })),
      });
      const { balance } = values;
      return { token, pricedAs: token.address, amount: balance === null ? null : tokenAmount(balance) };
    }),
  ]);
  const coin: WalletToken = {
    token: { address: NO_TOKEN, symbol: "ETH", decimals: 18 },
    pricedAs: deployment.addresses.weth,
    amount: tokenAmount(wei),
  };
  return { account, tokens: [coin, ...tokens] };
}
