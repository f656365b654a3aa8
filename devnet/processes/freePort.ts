import { type AddressInfo, createServer } from "node:net";
import { DevnetError } from "../DevnetError";

/** A port of the loopback interface that was free a moment ago, as the system names it. */
export async function freePort(): Promise<number> {
  const { port } = await listenOnce(0, "127.0.0.1");
  return port;
}

/**
 * That nobody listens at a port, so that what answers there afterwards is what was started.
 * @throws DevnetError when another program has it
 */
export async function assertPortIsFree(port: number, host: string): Promise<void> {
  await listenOnce(port, host).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EADDRINUSE") throw cause;
    throw new DevnetError(`Port ${port} is in use by another program: end that one, or name another port.`);
  });
}

function listenOnce(port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new DevnetError("The system named no port."));
        else resolve(address);
      });
    });
  });
}
