import { db } from "@/db";
import { env } from "../env";
import { importWork } from "../imports/import-work";
import { bulkWork } from "../returns/bulk-work";
import { fireDeadline } from "../returns/fire-deadline";
import { type Handler, work } from "./work";

const deadline: Handler = (database, { sellerId, id, now }) =>
  fireDeadline(database, { sellerId, deadlineId: id, now });

/** Does what is to be done now, for any seller, until the signal; any number of workers may run side by side. */
export const runWorker = ({ signal }: { signal: AbortSignal }): Promise<void> =>
  work(db, { bulk: bulkWork, deadline, import: importWork(env.DATA_DIR) }, signal);
