import { bytesToHex, concat, type Hex, hashMessage, hexToBytes, keccak256, parseTransaction, stringToHex } from "viem";
import { type HDAccount, mnemonicToAccount } from "viem/accounts";
import type { LedgerRequest } from "@/lib/transaction/LedgerRequest";
import { messageRequest, transactionRequest } from "@/lib/wallets/ledger/ledgerRequests";
import { TypedStream } from "./TypedStream";

/** Status words. */
export const OK = "9000";
const REFUSED = "6985";
const INVALID = "6a80";
const TOO_SOON = "6a00";

/** What the app is set to and made of. */
export type AppState = {
  mnemonic: string;
  version: string;
  isBlindSigningOn: boolean;
  showsRawMessages: boolean;
  /** Signs something else than it was asked to. */
  isLying: boolean;
};

/** Puts a request to the person in front of the device. */
export type AskPerson = (request: LedgerRequest) => Promise<boolean>;

type Chunked = { readonly path: string; readonly bytes: number[]; readonly length: number };

/**
 * Ledger's Ethereum app as far as a page talks to it. Each answer equals the genuine one's
 * (lib/wallets/ledger/vectors/transcripts.json), byte for byte.
 */
export class EthereumApp {
  /** How often a bare hash was signed. */
  bareHashes = 0;
  #transaction: Chunked | null = null;
  #message: Chunked | null = null;
  #stream = new TypedStream();
  #challenge = 0x9811bc01;

  constructor(
    private readonly state: AppState,
    private readonly askPerson: AskPerson,
    /** Does the device still show how the last request ended? */
    private readonly isBusy: () => boolean,
  ) {}

  /** The answer to an APDU, its status word included. */
  async answer(apdu: Uint8Array): Promise<Hex> {
    const [, instruction = 0, p1 = 0, p2 = 0] = apdu;
    const bytes = apdu.slice(5);
    if (SIGNING.has(instruction) && this.isBusy()) return `0x${TOO_SOON}`;
    switch (instruction) {
      case 0x02:
        return this.#address(bytes, { isShown: p1 === 1, withChainCode: p2 === 1 });
      case 0x04:
        return this.#signTransaction(p1 === 0, bytes);
      case 0x06:
        return ok(concat([this.state.isBlindSigningOn ? "0x03" : "0x02", bytesToHex(numbersOf(this.state.version))]));
      case 0x08:
        return this.#signMessage(p1 === 0, bytes);
      case 0x0c:
        return p2 === 1 ? this.#signStreamed(bytes) : this.#signBareHash(bytes);
      case 0x1a:
        return this.#define(p2 === 0xff, bytes);
      case 0x1c:
        return this.#implement(p2, bytes);
      case 0x20:
        this.#challenge = (this.#challenge * 1_103_515_245 + 12_345) >>> 0;
        return ok(`0x${this.#challenge.toString(16).padStart(8, "0")}`);
      default:
        return "0x6d00";
    }
  }

  async #address(
    bytes: Uint8Array,
    { isShown, withChainCode }: { isShown: boolean; withChainCode: boolean },
  ): Promise<Hex> {
    const { path } = splitPath(bytes);
    const account = this.#account(path);
    if (isShown && !(await this.askPerson({ kind: "address", address: account.address }))) return `0x${REFUSED}`;
    const chainCode = withChainCode ? bytesToHex(account.getHdKey().chainCode ?? new Uint8Array()) : "0x";
    const text = stringToHex(account.address.slice(2));
    return ok(concat(["0x41", account.publicKey, "0x28", text, chainCode]));
  }

  async #signTransaction(isFirst: boolean, bytes: Uint8Array): Promise<Hex> {
    if (isFirst) {
      const { path, rest } = splitPath(bytes);
      this.#transaction = { path, bytes: [...rest], length: transactionLength(rest) };
    } else this.#transaction?.bytes.push(...bytes);
    const pending = this.#transaction;
    if (pending === null) return `0x${INVALID}`;
    if (pending.bytes.length < pending.length) return `0x${OK}`;
    this.#transaction = null;
    const account = this.#account(pending.path);
    const serialized = bytesToHex(Uint8Array.from(pending.bytes)) as `0x02${string}`;
    const request = transactionRequest(account.address, parseTransaction(serialized));
    if (request.calldata !== "0x" && !this.state.isBlindSigningOn) return `0x${INVALID}`;
    if (!(await this.askPerson(request))) return `0x${REFUSED}`;
    return this.#signed(account, keccak256(serialized), 0);
  }

  async #signMessage(isFirst: boolean, bytes: Uint8Array): Promise<Hex> {
    if (isFirst) {
      const { path, rest } = splitPath(bytes);
      this.#message = { path, bytes: [...rest.slice(4)], length: Number(BigInt(bytesToHex(rest.slice(0, 4)))) };
    } else this.#message?.bytes.push(...bytes);
    const pending = this.#message;
    if (pending === null) return `0x${INVALID}`;
    if (pending.bytes.length < pending.length) return `0x${OK}`;
    this.#message = null;
    const raw = bytesToHex(Uint8Array.from(pending.bytes));
    if (!(await this.askPerson(messageRequest(raw)))) return `0x${REFUSED}`;
    return this.#signed(this.#account(pending.path), hashMessage({ raw }), 27);
  }

  #define(isField: boolean, bytes: Uint8Array): Hex {
    if (this.#stream.hasValues) this.#stream = new TypedStream();
    this.#stream.define(isField, bytes);
    return `0x${OK}`;
  }

  /** Without filters the app shows nothing of the values, so with blind signing off it refuses the first one. */
  #implement(p2: number, bytes: Uint8Array): Hex {
    if (p2 === 0x00) this.#stream.beginRoot(bytes);
    else if (!this.state.isBlindSigningOn) return `0x${INVALID}`;
    else if (p2 === 0x0f) this.#stream.array(bytes);
    else this.#stream.value(bytes);
    return `0x${OK}`;
  }

  async #signStreamed(bytes: Uint8Array): Promise<Hex> {
    const [domain, message] = this.#stream.structs();
    this.#stream = new TypedStream();
    if (domain === undefined || message === undefined) return `0x${INVALID}`;
    const isConfirmed = await this.askPerson({
      kind: "typedData",
      primaryType: message.name,
      domain: domain.fields,
      message: message.fields,
      domainHash: domain.hash,
      messageHash: message.hash,
    });
    if (!isConfirmed) return `0x${REFUSED}`;
    return this.#signed(
      this.#account(splitPath(bytes).path),
      keccak256(concat(["0x1901", domain.hash, message.hash])),
      27,
    );
  }

  /** What must never be reached. */
  async #signBareHash(bytes: Uint8Array): Promise<Hex> {
    if (!this.state.isBlindSigningOn) return `0x${INVALID}`;
    const { path, rest } = splitPath(bytes);
    this.bareHashes += 1;
    return this.#signed(this.#account(path), keccak256(concat(["0x1901", bytesToHex(rest)])), 27);
  }

  async #signed(account: HDAccount, hash: Hex, base: number): Promise<Hex> {
    const signature = hexToBytes(await account.sign({ hash: this.state.isLying ? keccak256(hash) : hash }));
    const parity = (signature[64] ?? 27) - 27;
    return ok(bytesToHex(Uint8Array.of(base + parity, ...signature.slice(0, 64))));
  }

  #account(path: string): HDAccount {
    return accountOf(this.state.mnemonic, path);
  }
}

/** Deriving keys takes long; every device with the same seed has the same. */
const ACCOUNTS = new Map<string, HDAccount>();

function accountOf(mnemonic: string, path: string): HDAccount {
  const key = `${mnemonic} ${path}`;
  const account = ACCOUNTS.get(key) ?? mnemonicToAccount(mnemonic, { path: path as `m/44'/60'/${string}` });
  ACCOUNTS.set(key, account);
  return account;
}

const SIGNING = new Set([0x04, 0x08, 0x0c, 0x1a, 0x1c]);

function ok(bytes: Hex): Hex {
  return concat([bytes, `0x${OK}`]);
}

/** `1.23.0-dev` → 1, 23, 0. */
function numbersOf(version: string): Uint8Array {
  return Uint8Array.from(version.split(".").map((part) => Number.parseInt(part, 10)));
}

/** Count, then as many indices of 4 bytes, the top bit for hardened; then the rest. */
function splitPath(bytes: Uint8Array): { readonly path: string; readonly rest: Uint8Array } {
  const count = bytes[0] ?? 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = Array.from({ length: count }, (_, i) => view.getUint32(1 + 4 * i));
  const texts = parts.map((part) => (part >= 0x8000_0000 ? `${part - 0x8000_0000}'` : String(part)));
  return { path: ["m", ...texts].join("/"), rest: bytes.slice(1 + 4 * count) };
}

/** The length of a typed transaction by the head of its list. */
function transactionLength(bytes: Uint8Array): number {
  const head = bytes[1] ?? 0;
  if (head <= 0xf7) return 2 + head - 0xc0;
  const lengthBytes = bytes.slice(2, 2 + head - 0xf7);
  return 2 + lengthBytes.length + Number(BigInt(bytesToHex(lengthBytes)));
}
