import { db } from "@/db";
import { bulkWork } from "@/lib/bulk/returns-in-bulk";
import { followClaim } from "@/lib/claims/follow-claim";
import { importWork } from "@/lib/imports/import-work";
import { outboxWork } from "@/lib/messages/leave-outbox";
import { mailServer } from "@/lib/messages/mail-server";
import { postJson } from "@/lib/messages/robot-server";
import { mailWork } from "@/lib/messages/send-message";
import { robotWork } from "@/lib/messages/send-to-robot";
import { watchWork } from "@/lib/messages/watch";
import { env } from "@/lib/platform/env";
import type { WorkKind } from "@/lib/platform/queue/lease";
import { sweepDaily } from "@/lib/platform/queue/sweep";
import { type Handler, work } from "@/lib/platform/queue/work";
import { printWork } from "@/lib/printing/print-many";
import { fireDeadline } from "@/lib/returns/fire-deadline";
import { followArrival } from "@/lib/returns/follow-arrival";
import { previewWork } from "@/lib/terms/preview-work";
import { rejudgeWork } from "@/lib/terms/rejudge";
import { SWEEPS } from "./sweeps";

/** What leaves the house, each kind by the one way it has. */
type EffectKind = Extract<WorkKind, "mail" | "robot">;

const deadline: Handler = (database, { sellerId, id, now }) =>
  fireDeadline({ db: database, sellerId, now }, { deadlineId: id });

const arrival: Handler = (database, { sellerId, id, now }) =>
  followArrival({ db: database, sellerId, now }, { parcelId: id });

const claim: Handler = (database, { sellerId, id, now }) =>
  followClaim({ db: database, sellerId, now }, { returnId: id });

/** Does what is to be done now, for any seller, until the signal; any number of workers may run side by side. */
export async function runWorker({ signal }: { signal: AbortSignal }): Promise<void> {
  const { SMTP_URL, MAIL_FROM, DATA_DIR: dataDir, NEXTAUTH_URL: appUrl, NEXTAUTH_SECRET: linkSecret } = env;
  const server = SMTP_URL && MAIL_FROM ? mailServer(SMTP_URL, MAIL_FROM) : null;
  const effects: Record<EffectKind, Handler> = {
    mail: mailWork({ server, dataDir, linkSecret }),
    robot: robotWork(postJson),
  };
  const handlers: Record<WorkKind, Handler> = {
    ...effects,
    bulk: bulkWork,
    deadline,
    arrival,
    claim,
    import: importWork(dataDir),
    preview: previewWork,
    rejudge: rejudgeWork,
    outbox: outboxWork({ appUrl, hasServer: server !== null }),
    watch: watchWork,
    labels: printWork(dataDir),
  };
  await Promise.all([work(db, handlers, signal), sweepDaily(db, SWEEPS, dataDir, signal)]);
  server?.close();
}
