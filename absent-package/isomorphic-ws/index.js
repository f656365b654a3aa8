/** Ledger's kit opens one for its own servers (firmware, apps), which the wallet never asks. */
module.exports = class AbsentWebSocket {
  constructor() {
    throw new Error("No server is asked.");
  }
};
