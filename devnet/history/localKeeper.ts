import { createWalletClient, http } from "viem";
import type { KeeperSigner } from "@/keeper/chain/KeeperChain";
import { DEFAULT_CURATOR_POLICY, DEFAULT_SENDING, MAKER_PROFILES } from "@/keeper/defaults";
import type { Keeper, SendingPolicy } from "@/keeper/run/Keeper";
import { type KeeperLog, silentLog } from "@/keeper/run/KeeperLog";
import { accountOf, type Role } from "../accounts";
import type { LocalChain } from "../chain/LocalChain";
import { localViemChain } from "../chain/localViemChain";
import type { DevnetDeployment } from "../DevnetDeployment";
import { localOptionMarket } from "../options/localOptionMarket";

/** Whom the keeper signs for and how it gets its transactions mined. */
export type LocalKeeperOptions = {
  readonly roller: Role;
  readonly log?: KeeperLog;
  readonly sending?: Partial<SendingPolicy>;
  readonly afterBroadcast?: () => Promise<void>;
};

const MAKER_ROLES: readonly Role[] = ["northMaker", "southMaker"];

/** The keeper itself, with the local chain's published keys. */
export function localKeeper(chain: LocalChain, deployment: DevnetDeployment, options: LocalKeeperOptions): Keeper {
  const { settlementOracle, quoteBook } = deployment.addresses;
  const { afterBroadcast, log = silentLog } = options;
  return {
    reader: chain.read,
    targets: {
      oracle: settlementOracle,
      quoteBook,
      vaults: deployment.vaults.map(({ address }) => address),
      startBlock: BigInt(deployment.startBlock),
    },
    optionMarket: localOptionMarket(chain, deployment),
    roller: signerOf(chain, options.roller),
    makers: MAKER_ROLES.flatMap((role, index) => {
      const profile = MAKER_PROFILES[index];
      return profile === undefined ? [] : [{ profile, signer: signerOf(chain, role) }];
    }),
    policy: DEFAULT_CURATOR_POLICY,
    log,
    inFlight: new Map(),
    foreignSince: new Map(),
    sending: { ...DEFAULT_SENDING, ...options.sending },
    ...(afterBroadcast === undefined ? {} : { afterBroadcast }),
  };
}

function signerOf({ rpcUrl }: LocalChain, role: Role): KeeperSigner {
  return createWalletClient({ chain: localViemChain, transport: http(rpcUrl), account: accountOf(role) });
}
