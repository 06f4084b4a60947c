/** Runs once, before the server answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { prepareServer } = await import("./lib/prepare-server");
    prepareServer();
  }
}
