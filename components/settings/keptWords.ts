/** Keys of the browser's storage by how they begin, and what they are. The first that fits counts. */
const WORDS: readonly (readonly [string, string])[] = [
  ["ballast-theme", "Dark or light"],
  ["ballast.units", "Dollars or coin first, and by which clock"],
  ["ballast.watched", "Addresses that you keep"],
  ["ballast.mandate.", "Limits of an address"],
  ["ballast.alerts.", "What an address wants to be told, and was told"],
  ["ballast.countedWallet", "Whether tokens in a wallet count"],
  ["ballast.shocks", "Shocks that you changed or added"],
  ["ballast.node.", "Your RPC node, with its key"],
  ["ballast.triedNode", "The RPC node being tried"],
  ["ballast.transaction.", "Your last transaction here: removed, the app follows it no more, but it is not cancelled"],
  ["ballast.", "Kept by this app"],
  ["walletConnect.", "WalletConnect, on its way"],
  ["wc@2", "WalletConnect session: removed, the phone’s wallet has to be connected again"],
  ["wagmi.", "The wallet that was connected last"],
  ["rk-", "The wallet that was chosen last"],
];

/** What is kept under a key, in words; the key itself is shown beside them. */
export function keptWords(key: string): string {
  return WORDS.find(([start]) => key.startsWith(start))?.[1] ?? "Not this app’s own: kept by a wallet or a library";
}
