import pino from "pino";

const SECRETS = ["password", "passwordHash", "current", "next", "token", "cookie", "authorization", "secret"];

/** An error as the log may hold it: a failed query without its parameters, which carry people's data. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const isQuery = "query" in error;
  return {
    name,
    message: isQuery ? `Failed query: ${String(error.query)}` : message,
    ...("code" in error ? { code: error.code } : {}),
    stack: stack?.slice(stack.search(/\n\s+at /) + 1),
    ...(cause === undefined ? {} : { cause: describe(cause) }),
  };
}

/** One JSON object a line. The level comes straight from the environment, so that a broken one can be logged too. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  redact: SECRETS.flatMap((key) => [key, `*.${key}`]),
  serializers: { err: describe },
});
