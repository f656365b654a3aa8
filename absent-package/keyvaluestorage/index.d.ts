/** What WalletConnect's core keeps its keys and sessions in. */
export abstract class IKeyValueStorage {
  abstract getKeys(): Promise<string[]>;
  abstract getEntries<T = unknown>(): Promise<[string, T][]>;
  abstract getItem<T = unknown>(key: string): Promise<T | undefined>;
  abstract setItem<T = unknown>(key: string, value: T): Promise<void>;
  abstract removeItem(key: string): Promise<void>;
}
export type KeyValueStorageOptions = Readonly<Record<string, unknown>>;
export class KeyValueStorage extends IKeyValueStorage {
  constructor(options?: KeyValueStorageOptions);
  getKeys(): Promise<string[]>;
  getEntries<T = unknown>(): Promise<[string, T][]>;
  getItem<T = unknown>(key: string): Promise<T | undefined>;
  setItem<T = unknown>(key: string, value: T): Promise<void>;
  removeItem(key: string): Promise<void>;
}
