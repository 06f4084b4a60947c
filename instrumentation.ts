import type { Instrumentation } from "next";

/** Runs once, before the server answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { prepareServer } = await import("./lib/platform/prepare-server");
    prepareServer();
    if (process.env.NODE_ENV !== "production") return;
    const [{ sendConsoleToLog }, { logLife }] = await Promise.all([
      import("./lib/platform/one-log"),
      import("./lib/platform/log-life"),
    ]);
    sendConsoleToLog();
    logLife("the web server");
  }
}

export const onRequestError: Instrumentation.onRequestError = async (error, { method }, where) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { reportFailure } = await import("./lib/platform/one-log");
    reportFailure(error, method, where);
  }
};
