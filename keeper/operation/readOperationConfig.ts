import { KeeperError } from "../KeeperError";
import type { Listening } from "./operationServer";

/** How a keeper tells about itself, and what it may spend. */
export type OperationConfig = {
  /** Null: no health and no metrics are served. */
  readonly listening: Listening | null;
  /** Null: nobody is told. */
  readonly webhookUrl: string | null;
  /** Wei of a signing account below which it is told. */
  readonly lowBalance: bigint;
  /** Most wei for a unit of gas. */
  readonly mostPerGas: bigint;
};

type Environment = Readonly<Record<string, string | undefined>>;

const WEI_PER_COIN = 1e18;
const WEI_PER_GWEI = 1e9;

/**
 * Reads `BALLAST_KEEPER_HTTP` (port, or host:port; the host is 127.0.0.1 unless named), `BALLAST_KEEPER_WEBHOOK` (where alerts are
 * posted), `BALLAST_KEEPER_LOW_BALANCE` (coins, 0.05 unless given) and `BALLAST_KEEPER_MAX_FEE_GWEI` (500). Throws {@link KeeperError}
 * that names the variable and what it should be.
 */
export function readOperationConfig(environment: Environment): OperationConfig {
  const coins = readNumber(environment, "BALLAST_KEEPER_LOW_BALANCE", { fallback: 0.05, least: 0, most: 1_000_000 });
  const gwei = readNumber(environment, "BALLAST_KEEPER_MAX_FEE_GWEI", { fallback: 500, least: 0.001, most: 1_000_000 });
  return {
    listening: readListening(environment.BALLAST_KEEPER_HTTP),
    webhookUrl: readWebhook(environment.BALLAST_KEEPER_WEBHOOK),
    lowBalance: BigInt(Math.round(coins * WEI_PER_COIN)),
    mostPerGas: BigInt(Math.round(gwei * WEI_PER_GWEI)),
  };
}

function readListening(text = ""): Listening | null {
  if (text === "") return null;
  const [, host = "127.0.0.1", digits = ""] = /^(?:([\w.-]+|\[[\da-fA-F:]+\]):)?(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === "" || port > 65_535) {
    throw new KeeperError(`BALLAST_KEEPER_HTTP is "${text}": give a port, or host:port.`);
  }
  return { host: host.replace(/^\[|\]$/g, ""), port };
}

function readWebhook(text = ""): string | null {
  if (text === "") return null;
  if (URL.canParse(text) && ["https:", "http:"].includes(new URL(text).protocol)) return new URL(text).href;
  throw new KeeperError("BALLAST_KEEPER_WEBHOOK is no http or https address.");
}

type Range = { readonly fallback: number; readonly least: number; readonly most: number };

function readNumber(environment: Environment, name: string, { fallback, least, most }: Range): number {
  const text = environment[name] ?? "";
  if (text === "") return fallback;
  const value = Number(text);
  if (value >= least && value <= most) return value;
  throw new KeeperError(`${name} is "${text}": give a number from ${least} to ${most}.`);
}
