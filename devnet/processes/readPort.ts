import { DevnetError } from "../DevnetError";

/** A port number from an environment variable's text; null when it is not set. */
export function readPort(name: string, text: string | undefined): number | null {
  if (text === undefined || text === "") return null;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new DevnetError(`${name} is "${text}", which is no port: give a whole number from 1 to 65535.`);
}
