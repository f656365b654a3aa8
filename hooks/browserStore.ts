/** Something that this browser keeps between visits, as React's external store takes it. */
export type BrowserStore<Value> = {
  /** The same object until it changes. */
  readonly read: () => Value;
  /** On the server nothing is kept. */
  readonly readOnServer: () => Value;
  readonly write: (text: string) => void;
  /** Hears changes of this tab and of others. */
  readonly subscribe: (listener: () => void) => () => void;
};

export type BrowserStoreOptions<Value> = {
  readonly key: string;
  readonly none: Value;
  /** Text that may be anybody's: what is not ours is nothing. May throw on text that is no JSON. */
  readonly parsed: (text: string) => Value;
};

/** What is under a key of the browser's storage. Where that is full or forbidden, what is written stands until the page is left. */
export function browserStore<Value>({ key, none, parsed }: BrowserStoreOptions<Value>): BrowserStore<Value> {
  const listeners = new Set<() => void>();
  let known: { readonly text: string | null; readonly value: Value } = { text: null, value: none };
  let unsaved: string | null = null;
  return {
    read: () => {
      const text = unsaved ?? storedText(key);
      if (text !== known.text) known = { text, value: text === null ? none : valueIn(text, { none, parsed }) };
      return known.value;
    },
    readOnServer: () => none,
    write: (text) => {
      try {
        localStorage.setItem(key, text);
        unsaved = null;
      } catch {
        unsaved = text;
      }
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      window.addEventListener("storage", listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener("storage", listener);
      };
    },
  };
}

function storedText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function valueIn<Value>(text: string, { none, parsed }: Pick<BrowserStoreOptions<Value>, "none" | "parsed">): Value {
  try {
    return parsed(text);
  } catch {
    return none;
  }
}
