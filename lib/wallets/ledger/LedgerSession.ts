import {
  type Address,
  getAddress,
  type Hex,
  hashMessage,
  hexToBytes,
  isAddressEqual,
  parseSignature,
  serializeTransaction,
  type TransactionSerializableEIP1559,
} from "viem";
import { LedgerOtherAccountError, LedgerUnsupportedTypedDataError } from "@/lib/errors/ledgerErrors";
import type { LedgerRequest } from "@/lib/transaction/LedgerRequest";
import { kitPath } from "./derivationPath";
import { LedgerActivityStore } from "./LedgerActivity";
import { browserClock, type LedgerClock } from "./LedgerClock";
import { LedgerTurns } from "./LedgerTurns";
import { ASK_CONFIGURATION, type LedgerApp, type LedgerConfiguration, parseConfiguration } from "./ledgerApp";
import {
  kitTypedData,
  type LedgerTypedData,
  messageRequest,
  transactionRequest,
  typedDataHash,
  typedDataRequest,
} from "./ledgerRequests";
import { nestedStructArray } from "./nestedStructArray";
import { signatureOf } from "./signatureOf";

/** An account of the device: where its key is, and whose it is. */
export type LedgerAccount = { readonly path: string; readonly address: Address };

/**
 * One Ledger over WebHID. Every request waits for the one before, and for the device to be ready; a connection that was
 * lost is opened anew by the next request. Each failure is one class of lib/errors/ledgerErrors; a signature is returned
 * only after its signer was recovered and is the account.
 */
export class LedgerSession {
  readonly activity = new LedgerActivityStore();
  readonly #turns: LedgerTurns;

  constructor(clock: LedgerClock = browserClock) {
    this.#turns = new LedgerTurns(clock, this.activity);
  }

  /**
   * Opens the device and looks which app is open. With `mayAsk` the browser shows its list of devices if the page may
   * see none yet; call it from a click.
   */
  connect({ mayAsk }: { readonly mayAsk: boolean }): Promise<LedgerApp> {
    return this.#turns.take(async (turn) => (await turn.open({ mayAsk })).app);
  }

  /** The Ethereum app's settings and version. */
  configuration(): Promise<LedgerConfiguration> {
    return this.#turns.take(async (turn) => parseConfiguration(await (await turn.open()).ask(ASK_CONFIGURATION)));
  }

  /** The address under a path; nothing is shown on the device. */
  address(path: string): Promise<Address> {
    return this.#turns.take(async (turn) => (await turn.open()).address(path));
  }

  /** Shows the account's address on the device until the person confirms it there. */
  showAddress({ path, address }: LedgerAccount): Promise<void> {
    return this.#turns.take(async (turn) => {
      const { signer } = await turn.open();
      turn.confirming({ kind: "address", address: getAddress(address) });
      const shown = await turn.result(signer.getAddress(kitPath(path), { checkOnDevice: true, skipOpenApp: true }));
      expectAccount(address, getAddress(shown.address));
    });
  }

  /** Signs an EIP-1559 transaction; returns it serialised with its signature. */
  signTransaction(account: LedgerAccount, transaction: TransactionSerializableEIP1559): Promise<Hex> {
    const request = transactionRequest(account.address, transaction);
    const bytes = hexToBytes(serializeTransaction(transaction));
    return this.#sign(account, request, async (turn, { signer }) => {
      const signed = await turn.result(signer.signTransaction(kitPath(account.path), bytes, { skipOpenApp: true }));
      const signature = await signatureOf(account.address, request.hash, signed);
      return serializeTransaction(transaction, parseSignature(signature));
    });
  }

  /** Signs bytes with EIP-191's prefix (personal_sign). */
  signMessage(account: LedgerAccount, message: Hex): Promise<Hex> {
    return this.#sign(account, messageRequest(message), async (turn, { signer }) => {
      const bytes = hexToBytes(message);
      const signed = await turn.result(signer.signMessage(kitPath(account.path), bytes, { skipOpenApp: true }));
      return signatureOf(account.address, hashMessage({ raw: message }), signed);
    });
  }

  /** Signs EIP-712 data that is streamed to the device field by field. */
  signTypedData(account: LedgerAccount, typedData: LedgerTypedData): Promise<Hex> {
    const unsupported = nestedStructArray(typedData.types);
    if (unsupported !== null) return Promise.reject(new LedgerUnsupportedTypedDataError(unsupported));
    const request = typedDataRequest(typedData);
    return this.#sign(account, request, async (turn, { signer }) => {
      const kitData = kitTypedData(typedData);
      const signed = await turn.result(signer.signTypedData(kitPath(account.path), kitData, { skipOpenApp: true }));
      return signatureOf(account.address, typedDataHash(request), signed);
    });
  }

  /** Lets the device go, after what is under way. */
  disconnect(): Promise<void> {
    return this.#turns.take(async (turn) => turn.letGo());
  }

  /** Asks for a signature only of the device that has the account. */
  #sign<Signed>(account: LedgerAccount, request: LedgerRequest, sign: Sign<Signed>): Promise<Signed> {
    return this.#turns.take(async (turn) => {
      const device = await turn.open();
      expectAccount(account.address, await device.address(account.path));
      turn.confirming(request);
      return sign(turn, device);
    });
  }
}

type Turn = Parameters<Parameters<LedgerTurns["take"]>[0]>[0];
type Sign<Signed> = (turn: Turn, device: Awaited<ReturnType<Turn["open"]>>) => Promise<Signed>;

function expectAccount(expected: Address, actual: Address): void {
  if (!isAddressEqual(expected, actual)) throw new LedgerOtherAccountError(expected, actual);
}
