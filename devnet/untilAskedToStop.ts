/** Resolves with null at Ctrl-C or a request to end, or with the sentence of the first part that dies. */
export function untilAskedToStop(crashes: readonly Promise<string>[]): Promise<string | null> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve(null));
    process.once("SIGTERM", () => resolve(null));
    process.once("SIGHUP", () => resolve(null));
    for (const crash of crashes) crash.then(resolve);
  });
}
