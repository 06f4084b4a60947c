import { setTimeout as pause } from "node:timers/promises";
import { type EmbeddedDatabase, startEmbedded } from "../../db/embedded";
import type { Supervised } from "./supervise";

/** Starts the embedded server again when it went away; the pools of the application find it on the same port. */
export function watchDatabase(first: EmbeddedDatabase, dataDir: string): Supervised {
  const ending = new AbortController();
  let server = first;
  const watch = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await pause(500, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted || server.isRunning()) continue;
      console.error("The embedded PostgreSQL went away; starting it again.");
      server = await startEmbedded({ dataDir, isMissed: true }).catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        return server;
      });
    }
  };
  const watching = watch();
  return {
    stop: async () => {
      ending.abort();
      await watching;
      await server.stop();
    },
  };
}
