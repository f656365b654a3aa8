/** What happened, in a word that can be searched for. */
export type KeeperEvent =
  | "started"
  | "stopped"
  | "sent"
  | "mined"
  | "raised"
  | "lost"
  | "reverted"
  | "waiting"
  | "unreachable"
  | "noMarket"
  | "listening"
  | "alert"
  | "alertLost";

/** Takes one structured line: an event and its fields. */
export type KeeperLog = (event: KeeperEvent, fields: Readonly<Record<string, unknown>>) => void;

/** Logs as one JSON object a line, time first; bigints as decimal text. */
export function jsonLog(write: (line: string) => void): KeeperLog {
  return (event, fields) => {
    const line = { at: new Date().toISOString(), event, ...fields };
    write(JSON.stringify(line, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value)));
  };
}

/** Logs nothing. */
export const silentLog: KeeperLog = () => {};
