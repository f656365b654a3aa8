const LOOK_EVERY_MS = 500;

/**
 * Resolves at Ctrl-C, at a request to end, or when the npm that started this process is gone: npm hands a signal to its
 * shell only, and the shell dies without passing it on.
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
