import type { IKeyValueStorage } from "@walletconnect/keyvaluestorage";
import { SignClient } from "@walletconnect/sign-client";
import type { ProposalTypes } from "@walletconnect/types";
import { silentCore } from "@/lib/wallets/walletConnect/silentCore";
import { silentLogger } from "@/lib/wallets/walletConnect/silentLogger";

// Else every client of this process would be the first one.
process.env.DISABLE_GLOBAL_CORE = "true";

/** What a wallet is asked through the relay. */
export type PhoneQuestion = { readonly chainId: string; readonly method: string; readonly params: readonly unknown[] };

/** A store that ends with the process. */
export class MemoryStore implements IKeyValueStorage {
  readonly #items = new Map<string, unknown>();
  getKeys = async () => [...this.#items.keys()];
  getEntries = async <T>() => [...this.#items] as [string, T][];
  getItem = async <T>(key: string) => this.#items.get(key) as T | undefined;
  setItem = async <T>(key: string, value: T) => void this.#items.set(key, structuredClone(value));
  removeItem = async (key: string) => void this.#items.delete(key);
}

/** A wallet on a phone, made of WalletConnect's own wallet client: it agrees to what it is told to agree to. */
export class Phone {
  /** What pages proposed. */
  readonly proposals: ProposalTypes.Struct[] = [];
  readonly questions: PhoneQuestion[] = [];
  /** Answers a question, or throws an object with a code. */
  answer: (question: PhoneQuestion) => unknown = () => {
    throw { code: 5000, message: "User rejected." };
  };
  /** What it says to a proposal. */
  accounts: readonly string[] | "reject" = "reject";
  methods: readonly string[] | null = null;
  #topic = "";

  private constructor(private readonly client: Awaited<ReturnType<typeof SignClient.init>>) {
    client.on("session_proposal", ({ id, params }) => void this.#agree(id, params));
    client.on("session_request", ({ id, topic, params }) => void this.#respond(id, topic, params));
  }

  static async start(relayUrl: string): Promise<Phone> {
    const core = silentCore({ projectId: "0".repeat(32), relayUrl }, new MemoryStore());
    // It would ask a server whether the page is who it says.
    core.verify.resolve = async () => ({ origin: "" });
    const metadata = { name: "Test phone", description: "", url: "https://phone.example", icons: [] };
    return new Phone(await SignClient.init({ core, metadata, logger: silentLogger() }));
  }

  /** Scans a code. */
  async scan(uri: string): Promise<void> {
    await this.client.core.pairing.pair({ uri });
  }

  async emit(name: string, data: unknown, chainId: number): Promise<void> {
    await this.client.emit({ topic: this.#topic, event: { name, data }, chainId: `eip155:${chainId}` });
  }

  async leave(): Promise<void> {
    await this.client.disconnect({ topic: this.#topic, reason: { code: 6000, message: "User disconnected." } });
  }

  /** The sessions that it still has. */
  sessions(): readonly string[] {
    return this.client.session.keys;
  }

  async stop(): Promise<void> {
    await this.client.core.relayer.transportClose();
    this.client.core.heartbeat.stop();
  }

  async #agree(id: number, proposal: ProposalTypes.Struct): Promise<void> {
    this.proposals.push(proposal);
    if (this.accounts === "reject") {
      await this.client.reject({ id, reason: { code: 5000, message: "User rejected." } });
      return;
    }
    const asked = proposal.optionalNamespaces.eip155;
    const namespace = {
      accounts: [...this.accounts],
      methods: [...(this.methods ?? asked?.methods ?? [])],
      events: [...(asked?.events ?? [])],
    };
    const { topic } = await this.client.approve({ id, namespaces: { eip155: namespace } });
    this.#topic = topic;
  }

  async #respond(
    id: number,
    topic: string,
    { chainId, request }: { chainId: string; request: { method: string; params: unknown } },
  ) {
    const question = { chainId, method: request.method, params: request.params as readonly unknown[] };
    this.questions.push(question);
    const response = await Promise.resolve()
      .then(() => this.answer(question))
      .then(
        (result) => ({ id, jsonrpc: "2.0", result }),
        (error: { code: number; message: string }) => ({ id, jsonrpc: "2.0", error }),
      );
    await this.client.respond({ topic, response });
  }
}
