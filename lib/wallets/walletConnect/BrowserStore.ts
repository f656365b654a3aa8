import type { IKeyValueStorage } from "@walletconnect/keyvaluestorage";

const PREFIX = "walletConnect.";

/** Where WalletConnect's client keeps its keys and sessions: the page's own storage, under names of its own. */
export class BrowserStore implements IKeyValueStorage {
  constructor(private readonly storage: Storage) {}

  async getKeys(): Promise<string[]> {
    return Object.keys(this.storage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  }

  async getEntries<T>(): Promise<[string, T][]> {
    const keys = await this.getKeys();
    const entries = await Promise.all(keys.map(async (key) => [key, await this.getItem<T>(key)] as const));
    return entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  }

  /** What cannot be read is not there: the client then begins anew. */
  async getItem<T>(key: string): Promise<T | undefined> {
    try {
      return JSON.parse(this.storage.getItem(PREFIX + key) ?? "") as T;
    } catch {
      return undefined;
    }
  }

  async setItem<T>(key: string, value: T): Promise<void> {
    this.storage.setItem(PREFIX + key, JSON.stringify(value));
  }

  async removeItem(key: string): Promise<void> {
    this.storage.removeItem(PREFIX + key);
  }
}
