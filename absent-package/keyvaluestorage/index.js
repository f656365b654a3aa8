/** Made by WalletConnect's core only when nobody hands it a store. */
class KeyValueStorage {
  constructor() {
    throw new Error("This app brings no store of WalletConnect's: hand the core one.");
  }
}

// The core asks for it as a default, its types by name.
Object.defineProperty(exports, "__esModule", { value: true });
exports.KeyValueStorage = KeyValueStorage;
exports.default = KeyValueStorage;
