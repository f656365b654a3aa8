/**
 * The names that Ledger's signer imports. It compares the contexts it is given with them, and is given none
 * (lib/wallets/ledger/withoutContexts.ts), so that no value here is ever met.
 */
const names = (...list) => Object.freeze(Object.fromEntries(list.map((name) => [name, name])));

export const ClearSignContextType = names(
  "ERROR",
  "ETHEREUM_DYNAMIC_NETWORK",
  "ETHEREUM_DYNAMIC_NETWORK_ICON",
  "ETHEREUM_ENUM",
  "ETHEREUM_EXTERNAL_PLUGIN",
  "ETHEREUM_GATED_SIGNING",
  "ETHEREUM_NFT",
  "ETHEREUM_PLUGIN",
  "ETHEREUM_PROXY_INFO",
  "ETHEREUM_SAFE",
  "ETHEREUM_SIGNER",
  "ETHEREUM_TOKEN",
  "ETHEREUM_TRANSACTION_CHECK",
  "ETHEREUM_TRANSACTION_FIELD_DESCRIPTION",
  "ETHEREUM_TRANSACTION_INFO",
  "ETHEREUM_TRUSTED_NAME",
);
export const ClearSignContextReferenceType = names("CALLDATA", "ENUM", "NFT", "TOKEN", "TRUSTED_NAME");
export const ContainerPath = names("FROM", "TO", "VALUE");
export const DataPathElementType = names("ARRAY", "LEAF", "REF", "SLICE", "TUPLE");
export const DataPathLeafType = names("ARRAY_LEAF", "DYNAMIC_LEAF", "STATIC_LEAF", "TUPLE_LEAF");
export const TypedDataCalldataParamPresence = names("None", "Present", "VerifyingContract");
export const BlindSigningMethod = names("ETH_SIGN_TRANSACTION", "ETH_SIGN_TYPED_DATA");
export const SigningMethod = names("ETH_SIGN_TRANSACTION", "ETH_SIGN_TYPED_DATA");
export const BlindSignReason = names("DEVICE_REJECTED_CONTEXT", "NO_CLEAR_SIGNING_CONTEXT");
export const ContextModuleChainID = names("Ethereum");
export const DYNAMIC_NETWORK_CONTEXT_TYPES = Object.freeze([]);
export const VERIFYING_CONTRACT_TOKEN_INDEX = 255;

export const isEthereumClearSignContextSuccess = () => false;

export const mapDeviceModelId = (deviceModelId) => deviceModelId;

/** The signer makes one of these when it is given no contexts of its own; it always is. */
export class ContextModuleBuilder {
  constructor() {
    throw new Error("There is no source of contexts.");
  }
}
