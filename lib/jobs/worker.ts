import { db } from "@/db";
import { env } from "../env";
import { importWork } from "../imports/import-work";
import { continueBulk } from "../returns/run-bulk";
import { type Handler, work } from "./work";

const bulk: Handler = (database, { sellerId, id, signal }) =>
  continueBulk(database, { sellerId, jobId: id, now: new Date(), signal });

/** Does what is to be done now, for any seller, until the signal; any number of workers may run side by side. */
export const runWorker = ({ signal }: { signal: AbortSignal }): Promise<void> =>
  work(db, { bulk, import: importWork(env.DATA_DIR) }, signal);
