import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { clientAddress, isTrusted, proxyList } from "./client-address";
import { readEnv } from "./env";
import { log } from "./log";

const FORWARDED = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded", "x-real-ip"];

/**
 * Ends the process when the environment is not complete, naming the variable. Then sees to it that X-Forwarded-For
 * holds one address that is true: `next start` fills it from the socket only when the caller left it empty, and would
 * believe anybody. Node announces each request here before Next sees it.
 */
export function prepareServer(): void {
  try {
    const trusted = proxyList(readEnv(process.env).TRUSTED_PROXY);
    subscribe("http.server.request.start", (message) => {
      const { headers, socket } = (message as { request: IncomingMessage }).request;
      // Without a trusted proxy the header is never read, only overwritten.
      headers["x-forwarded-for"] = clientAddress(
        socket.remoteAddress,
        String(headers["x-forwarded-for"] ?? ""),
        trusted,
      );
      if (!isTrusted(socket.remoteAddress, trusted)) for (const name of FORWARDED) delete headers[name];
    });
  } catch (error) {
    log.fatal(error instanceof Error ? error.message : "The server cannot start.");
    process.exit(1);
  }
}
