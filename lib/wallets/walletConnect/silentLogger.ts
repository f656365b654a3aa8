import type { CoreTypes } from "@walletconnect/types";

type Logger = Exclude<NonNullable<CoreTypes.Options["logger"]>, string>;

/**
 * Keeps what WalletConnect's client would write on the console to itself. Its own logger, also when it is silent, does not start in a browser: it asks
 * pino for what pino 10 has in Node alone.
 */
export function silentLogger(): Logger {
  const say = () => undefined;
  const levels = { fatal: say, error: say, warn: say, info: say, debug: say, trace: say };
  const silent: Partial<Logger> = { ...levels, level: "silent" };
  Object.assign(silent, { child: silentLogger });
  return silent as Logger;
}
