import { readFile } from "node:fs/promises";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { renderLabels } from "@/lib/labels/render-labels";
import { findFile } from "@/lib/platform/files/files";
import { filePath } from "@/lib/platform/files/store-file";
import { leaving } from "@/lib/platform/outbox/leave";
import type { Handler } from "@/lib/platform/queue/work";
import { PRINT_PARTS } from "@/lib/policy/labels/sizes";
import { deliverable } from "./mail-address";
import type { MailServer } from "./mail-server";
import { type LeavingMessage, messageLedger } from "./message-ledger";
import type { SendingMessage } from "./messages";
import { withLink } from "./with-link";

type Settings = {
  /** Null: mail is not sent but kept. */
  server: MailServer | null;
  dataDir: string;
  /** Seals the personal links of invites and password resets. */
  linkSecret: string;
};

type MailTaker = { server: MailServer; toAddress: string };

/** Hands a message to the mail server, and keeps it where there is no server or no address. */
export const mailWork = ({ server, dataDir, linkSecret }: Settings): Handler =>
  leaving<LeavingMessage, MailTaker>({
    ledger: messageLedger,
    async receiver(_, __, message) {
      const toAddress = deliverable(message.toAddress);
      return server && toAddress ? { server, toAddress } : null;
    },
    async prepare(db, { sellerId }, message, { server, toAddress }) {
      // A label may have to be drawn, which is too much work for a server that is away.
      const away = message.attachments.length > 0 ? await server.absence() : null;
      if (away !== null) return { outcome: "later", error: away };
      const attachments = await attached(db, sellerId, message, dataDir);
      const linked = await withLink(db, sellerId, message, linkSecret);
      return () => server.send({ ...linked, toAddress, language: message.locale, attachments });
    },
  });

/** The files that go along, made or read now; a label that is no longer to be had is left out. */
async function attached(db: Db, sellerId: string, { attachments }: SendingMessage, dataDir: string) {
  const files: { filename: string; content: Buffer }[] = [];
  for (const attachment of attachments) {
    const { name: filename } = attachment;
    if (attachment.kind === "label") {
      const { pdf } = await renderLabels(
        { db, sellerId },
        { returnIds: [attachment.returnId], parts: PRINT_PARTS },
        dataDir,
      );
      if (pdf.length > 0) files.push({ filename, content: Buffer.from(pdf) });
    } else {
      const file = await withSeller(db, sellerId, (tx) => findFile(tx, sellerId, attachment.fileId));
      if (file) files.push({ filename, content: await readFile(filePath(dataDir, sellerId, file.id)) });
    }
  }
  return files;
}
