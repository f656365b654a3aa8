/** Why a wallet on a phone did not get connected. */
export type PairingProblem = "unreachable" | "rejected" | "expired" | "noAccount" | "failed";

/** Two sentences for a dialog: what is the matter, and what to do. */
export type PairingWords = { readonly title: string; readonly lead: string };

/** A failed attempt to connect a wallet on a phone. Nothing was signed in any of them. */
export function describePairing(problem: PairingProblem): PairingWords {
  switch (problem) {
    case "unreachable":
      return {
        title: "The relay does not answer",
        lead: "WalletConnect's relay passes messages between this page and your wallet. Check your connection and try again, or connect a browser wallet or a Ledger over USB.",
      };
    case "rejected":
      return {
        title: "Your wallet said no",
        lead: "It was not connected, and nothing was signed. Try again when you are ready.",
      };
    case "expired":
      return { title: "The code has expired", lead: "A code can be used for five minutes. Make a new one." };
    case "noAccount":
      return {
        title: "Your wallet shared no account",
        lead: "Choose an Ethereum account in your wallet when it asks which to connect, and try again.",
      };
    case "failed":
      return {
        title: "WalletConnect could not be opened",
        lead: "Its code did not load, or it stopped. Try again, or reload the page.",
      };
  }
}

/** A session that ended without the person's doing on this page, or that cannot begin on it. */
export function describeSessionEnd(why: "wallet" | "time" | "storage" | "server" | "failed"): PairingWords {
  switch (why) {
    case "wallet":
      return {
        title: "Your wallet ended the connection",
        lead: "Nothing more can be signed with it here until you connect it again.",
      };
    case "time":
      return {
        title: "The connection has expired",
        lead: "WalletConnect keeps one for seven days. Connect your wallet again to sign.",
      };
    case "storage":
      return {
        title: "Your browser keeps no cookie for this site",
        lead: "A page reaches WalletConnect's relay only after you have opened it here, and a cookie says so. Allow cookies for this site and try again, or connect a browser wallet or a Ledger over USB.",
      };
    case "server":
      return {
        title: "This site does not answer",
        lead: "The page has to be loaded again to reach WalletConnect. Check your connection and try again.",
      };
    case "failed":
      return describePairing(why);
  }
}
