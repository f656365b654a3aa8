/** One risk in plain words: its name, and what can happen. */
export type Risk = { readonly name: string; readonly text: string };

/** What can go wrong although everything works as written, and when it does not. In the order of how much it can cost. */
export const RISKS: readonly Risk[] = [
  {
    name: "The market",
    text: "The options lose when the price ends beyond the strikes. A gap takes the whole distance at once: there is no stop, and nobody can close a position early. A loss can be many premiums. Each vault states its largest loss for one epoch; a covered call also falls with its coin, without a floor.",
  },
  {
    name: "No exit before the epoch ends",
    text: "A withdrawal is executed at the settlement, at the price that is fixed there. Until then your shares keep earning and keep losing, whatever happens. A request can be cancelled until the settlement.",
  },
  {
    name: "Smart contracts",
    text: "A fault in the code can lose everything in it, and the code cannot be changed: there is no pause that would stop a thief, and no upgrade that would mend it.",
  },
  {
    name: "No audit",
    text: "Unless a report is named on this page, nobody outside has reviewed the contracts. Tests and invariants are in the repository; they are not an audit.",
  },
  {
    name: "The oracle",
    text: "The settlement price is the feed’s first round at or after the expiry, whatever the market says. A feed that errs for that one round settles the epoch wrongly and for good. A feed that falls silent delays the settlement by a day or a week, and the price then is another feed’s, or the last one before the expiry.",
  },
  {
    name: "Stablecoins count as one dollar",
    text: "Strikes are in dollars, deposits in a stablecoin. Everything here counts it as one dollar. If it is worth less, so is the deposit, and no figure on these pages shows it. Its issuer can freeze addresses, this vault’s among them.",
  },
  {
    name: "Few makers",
    text: "The premium is as good as the makers’ competition. Few of them can bid low, down to the least price that the curator names; without a bid the epoch sells nothing and earns nothing.",
  },
  {
    name: "The keeper",
    text: "Openings, clearings and settlements need somebody to call them. Anybody can, and the project’s keeper usually does. If nobody does, epochs end late; deposits stay where they are.",
  },
  {
    name: "Front end",
    text: "This site can be wrong, down or replaced by a copy. It reads the chain, and your wallet shows what you sign: compare the two. Every step can be made without it, on the contracts.",
  },
];
