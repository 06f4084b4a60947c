import { db } from "@/db";
import { env } from "../env";
import { importWork } from "../imports/import-work";
import { fireDeadline } from "../returns/fire-deadline";
import { continueBulk } from "../returns/run-bulk";
import { type Handler, work } from "./work";

const bulk: Handler = (database, { sellerId, id, signal }) =>
  continueBulk(database, { sellerId, jobId: id, now: new Date(), signal });

const deadline: Handler = (database, { sellerId, id, now }) =>
  fireDeadline(database, { sellerId, deadlineId: id, now });

/** Does what is to be done now, for any seller, until the signal; any number of workers may run side by side. */
export const runWorker = ({ signal }: { signal: AbortSignal }): Promise<void> =>
  work(db, { bulk, deadline, import: importWork(env.DATA_DIR) }, signal);
