import { parseScriptList, type ScriptList } from "./ScriptList";

/** Where the lists of the builds that this browser has met are kept, oldest first. */
export type ListStore = {
  read(): Promise<readonly ScriptList[]>;
  write(lists: readonly ScriptList[]): Promise<void>;
};

/**
 * `listed`: the file's hashes, in the form of an integrity attribute. `unlisted`: the site publishes a list without it. `unpublished`: the
 * site publishes no list (a development server). `unreachable`: nothing could be learnt now.
 */
export type Publication =
  | { readonly is: "listed"; readonly integrity: string }
  | { readonly is: "unlisted" | "unpublished" | "unreachable" };

/** A tab may be as many deployments old as this before its files count as unknown. */
const BUILDS_KEPT = 8;

/**
 * What the builds that this browser has met publish about their files. A list is fetched at the start and when a file is on none of those
 * known, which is how a new deployment looks; those of earlier builds stay, so that a tab of an older one goes on.
 */
export class PublishedHashes {
  private lists: Promise<readonly ScriptList[]> | undefined;
  private renewal: Promise<Publication["is"]> | undefined;

  constructor(
    private readonly store: ListStore,
    private readonly fetchList: () => Promise<Response>,
  ) {}

  /** What is published about the file at this address of the site. */
  async about(path: string): Promise<Publication> {
    const known = await this.integrity(path);
    if (known !== undefined) return { is: "listed", integrity: known };
    const news = await this.renew();
    const integrity = await this.integrity(path);
    if (integrity !== undefined) return { is: "listed", integrity };
    return { is: news === "listed" ? "unlisted" : news };
  }

  /** Fetches the site's list now; all who ask while it is on its way wait for the same one. */
  renew(): Promise<Publication["is"]> {
    this.renewal ??= this.fetchAndKeep().finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  /** A name that two builds use for different bytes may have either: both were published. */
  private async integrity(path: string): Promise<string | undefined> {
    this.lists ??= this.store.read();
    const hashes = (await this.lists).map(({ files }) => files[path]).filter((hash) => hash !== undefined);
    return hashes.length === 0 ? undefined : [...new Set(hashes)].join(" ");
  }

  private async fetchAndKeep(): Promise<Publication["is"]> {
    const response = await this.fetchList().catch(() => undefined);
    if (response?.status === 404) return "unpublished";
    const list = response?.ok ? parseScriptList(await response.text().catch(() => "")) : undefined;
    if (list === undefined) return "unreachable";
    const earlier = (await (this.lists ?? this.store.read())).filter(({ build }) => build !== list.build);
    const lists = [...earlier, list].slice(-BUILDS_KEPT);
    this.lists = Promise.resolve(lists);
    await this.store.write(lists);
    return "listed";
  }
}
