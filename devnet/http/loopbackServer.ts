import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { DevnetError } from "../DevnetError";

/** A status and a body: a text is sent as it is, anything else as JSON. */
export type HttpAnswer = { readonly status: number; readonly body: unknown };

/** A server of this machine for this machine. */
export type LoopbackServer = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * Serves on a free port of the loopback interface, and only requests that name it, so that no page of another origin
 * can reach it by a name of its own. Null breaks the connection; what is thrown is an answer of status 500.
 */
export async function startLoopbackServer(
  respond: (request: IncomingMessage) => Promise<HttpAnswer | null>,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, "");
    const isLocal = host === "127.0.0.1" || host === "localhost";
    const answer = isLocal ? respond(request) : Promise.resolve(refusal(403, "This server answers to 127.0.0.1 only."));
    answer
      .catch((error: unknown) => refusal(500, error instanceof Error ? error.message : String(error)))
      .then((result) => (result === null ? request.socket.destroy() : write(response, result)));
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer that says no, and why. */
export function refusal(status: number, error: string): HttpAnswer {
  return { status, body: { error } };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new DevnetError("A server got no port."));
      else resolve(address.port);
    });
  });
}

function write(response: ServerResponse, { status, body }: HttpAnswer): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
