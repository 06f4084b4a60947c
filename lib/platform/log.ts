import pino from "pino";
import { requestId } from "./request-id";

const SECRETS = ["password", "passwordHash", "current", "next", "token", "cookie", "authorization", "secret"];

/** PostgreSQL's errors about data quote the value that was wrong; those about its own things quote their names. */
const isAboutValue = (code: unknown): boolean => typeof code === "string" && /^22/.test(code);

/** An error as the log may hold it: a failed query without its parameters, which carry people's data. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const code = "code" in error ? error.code : undefined;
  const told = isAboutValue(code) ? message.replace(/".*"|:\s.*$/gs, "…") : message;
  return {
    name,
    // What PostgreSQL itself says has a severity; the error around it says the statement, and what was put into it.
    message: "query" in error && !("severity" in error) ? `Failed query: ${String(error.query)}` : told,
    ...(code === undefined ? {} : { code }),
    ...("digest" in error ? { digest: error.digest } : {}),
    stack: stack?.slice(stack.search(/\n\s+at /) + 1),
    ...(cause === undefined ? {} : { cause: describe(cause) }),
  };
}

/** One JSON object a line. The level comes straight from the environment, so that a broken one can be logged too. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  mixin: () => {
    const id = requestId();
    return id ? { requestId: id } : {};
  },
  redact: SECRETS.flatMap((key) => [key, `*.${key}`]),
  serializers: { err: describe },
});

/** Ids and numbers only: whoever reads the log learns that something happened, and not to whom by name or address. */
type Ids = Partial<
  Record<"userId" | "sellerId" | "sessionId" | "deviceId" | "actorId" | "count" | "minutes", string | number | null>
> & { what?: string };

/** One line of the log for what an account or a shop reads in its audit. */
export const trail = (trailed: string, ids: Ids): void => log.info({ trail: trailed, ...ids }, trailed);
