import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress, isTrusted, proxyList } from "./client-address";
import { readEnv } from "./env";
import { log } from "./log";
import { beginRequest } from "./request-id";
import { securityHeaders } from "./security-headers";

const FORWARDED = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded", "x-real-ip"];

type Begun = { request: IncomingMessage; response: ServerResponse };

/**
 * Ends the process when the environment is not complete, naming the variable. Then sees to it that each answer carries
 * its id and the headers of security, and that X-Forwarded-For holds one address that is true: `next start` fills it
 * from the socket only when the caller left it empty. Node announces each request here before Next sees it.
 */
export function prepareServer(): void {
  try {
    const { TRUSTED_PROXY, NEXTAUTH_URL } = readEnv(process.env);
    const trusted = proxyList(TRUSTED_PROXY);
    subscribe("http.server.request.start", (message) => {
      const { request, response } = message as Begun;
      const { headers, socket } = request;
      const isFromProxy = isTrusted(socket.remoteAddress, trusted);
      const id = beginRequest(isFromProxy ? headers["x-request-id"] : undefined);
      headers["x-request-id"] = id;
      response.setHeader("x-request-id", id);
      const always = securityHeaders(NEXTAUTH_URL, request.url ?? "/");
      for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
      // Without a trusted proxy the header is never read, only overwritten.
      headers["x-forwarded-for"] = clientAddress(
        socket.remoteAddress,
        String(headers["x-forwarded-for"] ?? ""),
        trusted,
      );
      if (!isFromProxy) for (const name of FORWARDED) delete headers[name];
    });
  } catch (error) {
    log.fatal(error instanceof Error ? error.message : "The server cannot start.");
    process.exit(1);
  }
}
