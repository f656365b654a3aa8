/** Made by WalletConnect's core only when nobody hands it a store. */
export class KeyValueStorage {
  constructor() {
    throw new Error("This app brings no store of WalletConnect's: hand the core one.");
  }
}
