import { log } from "../log";

/** Ids and numbers only: whoever reads the log learns that something happened, and not to whom by name or address. */
type Ids = Partial<
  Record<"userId" | "sellerId" | "sessionId" | "deviceId" | "actorId" | "count" | "minutes", string | number | null>
> & { what?: string };

/** One line of the log for what an account or a shop reads in its audit. */
export const trail = (trailed: string, ids: Ids): void => log.info({ trail: trailed, ...ids }, trailed);
