import { db } from "@/db";
import { env } from "../env";
import { importWork } from "../imports/import-work";
import { printWork } from "../labels/print-many";
import { outboxWork } from "../notifications/leave-outbox";
import { mailServer } from "../notifications/mail-server";
import { postJson } from "../notifications/robot-server";
import { mailWork } from "../notifications/send-message";
import { robotWork } from "../notifications/send-to-robot";
import { watchWork } from "../notifications/watch";
import { previewWork } from "../policies/preview-work";
import { rejudgeWork } from "../policies/rejudge";
import { bulkWork } from "../returns/bulk-work";
import { fireDeadline } from "../returns/fire-deadline";
import { sweepDaily } from "./sweep";
import { SWEEPS } from "./sweeps";
import { type Handler, work } from "./work";

const deadline: Handler = (database, { sellerId, id, now }) =>
  fireDeadline(database, { sellerId, deadlineId: id, now });

/** Does what is to be done now, for any seller, until the signal; any number of workers may run side by side. */
export async function runWorker({ signal }: { signal: AbortSignal }): Promise<void> {
  const { SMTP_URL, MAIL_FROM, DATA_DIR: dataDir, NEXTAUTH_URL: appUrl, NEXTAUTH_SECRET: linkSecret } = env;
  const server = SMTP_URL && MAIL_FROM ? mailServer(SMTP_URL, MAIL_FROM) : null;
  const handlers = {
    bulk: bulkWork,
    deadline,
    import: importWork(dataDir),
    preview: previewWork,
    rejudge: rejudgeWork,
    outbox: outboxWork({ appUrl, hasServer: server !== null }),
    mail: mailWork({ server, dataDir, linkSecret }),
    robot: robotWork(postJson),
    watch: watchWork,
    labels: printWork(dataDir),
  };
  await Promise.all([work(db, handlers, signal), sweepDaily(db, SWEEPS, dataDir, signal)]);
  server?.close();
}
