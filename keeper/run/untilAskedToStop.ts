const LOOK_EVERY_MS = 500;

/**
 * Resolves at Ctrl-C, at a request to end, or when the process that npm started this one by is gone: npm passes on an interrupt and a
 * request to end, nothing else, and a shell between the two may keep them.
 */
export function untilAskedToStop(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve(null));
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    const look = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(look);
      resolve(null);
    }, LOOK_EVERY_MS);
    look.unref();
  });
}
