export const BUILD_TITLE = "Build a strategy";
export const BUILD_LEAD =
  "Pick a shape, move the strikes, see what it pays. Nothing is signed until you choose a vault and deposit.";
