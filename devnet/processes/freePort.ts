import { createServer } from "node:net";
import { DevnetError } from "../DevnetError";

/** A port of the loopback interface that was free a moment ago, as the system names it. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new DevnetError("The system named no free port."));
        else resolve(address.port);
      });
    });
  });
}
