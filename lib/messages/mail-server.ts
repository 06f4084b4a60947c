import type { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import { outage } from "@/lib/platform/outage";
import type { Outcome } from "@/lib/platform/outbox/leave";

export type Mail = {
  fromName: string;
  toName: string | null;
  /** One canonical address (`deliverable`). */
  toAddress: string;
  replyTo: string | null;
  /** BCP 47. */
  language: string;
  subject: string;
  text: string;
  html: string;
  /** Without brackets. */
  messageId: string;
  attachments: { filename: string; content: Buffer }[];
};

export type MailServer = {
  send: (mail: Mail) => Promise<Outcome>;
  /** What keeps the server from being reached or signed in to; null when nothing does. */
  absence: () => Promise<string | null>;
  close: () => void;
};

const ERROR_AT_MOST = 500;

/** The pool of connections to a mail server (`SMTP_URL`), from which all is sent as one address (`MAIL_FROM`). */
export function mailServer(url: string, from: string): MailServer {
  const bodies = new Map<string, Readable>();
  const watch = outage("the mail server");
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // What was lost is for our own ledger to send again, under a fence and with a count.
    maxRequeues: 0,
    idleTimeout: 10_000,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A server that is away is told by each message; without a listener the pool would throw it once more.
  transport.on("error", () => undefined);
  transport.use("stream", ({ message }, done) => {
    const read = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const body = read(options);
      bodies.set(message.messageId(), body);
      return body;
    };
    done();
  });
  return {
    async send(mail) {
      const messageId = `<${mail.messageId}>`;
      try {
        await transport.sendMail({
          from: { name: mail.fromName, address: from },
          to: { name: mail.toName ?? "", address: mail.toAddress },
          ...(mail.replyTo ? { replyTo: { name: "", address: mail.replyTo } } : {}),
          envelope: { from, to: [mail.toAddress] },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId,
          attachments: mail.attachments,
          headers: { "Auto-Submitted": "auto-generated", "Content-Language": mail.language },
        });
        watch.back();
        return { outcome: "done" };
      } catch (error) {
        const delivery = failure(error, bodies.get(messageId));
        // A server that speaks is not away, whatever it says of one message.
        if (factsOf(error).responseCode === null) watch.away();
        else watch.back();
        return delivery;
      } finally {
        bodies.delete(messageId);
      }
    },
    absence: () =>
      transport.verify().then(
        () => {
          watch.back();
          return null;
        },
        (error: unknown) => {
          watch.away();
          return factsOf(error).message.slice(0, ERROR_AT_MOST);
        },
      ),
    close: () => transport.close(),
  };
}

/** What an error of the transport means for the message: the server's answer counts, then how far its body had gone. */
function failure(error: unknown, body: Readable | undefined): Outcome {
  const { code, responseCode, command, response, message } = factsOf(error);
  const told = (response ?? message).slice(0, ERROR_AT_MOST);
  if (responseCode === null) return { outcome: body?.readableEnded ? "unknown" : "later", error: told };
  // Only what is said of this message is final; a refused sender or sign-in is a setting that somebody corrects.
  const isAboutMessage =
    code === "EMESSAGE" || (code === "EENVELOPE" && (command !== "MAIL FROM" || responseCode === 552));
  return { outcome: isAboutMessage && responseCode >= 500 ? "refused" : "later", error: told };
}

function factsOf(error: unknown) {
  const fields = (typeof error === "object" && error !== null ? error : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : null);
  return {
    code: text("code"),
    command: text("command"),
    response: text("response"),
    responseCode: typeof fields.responseCode === "number" ? fields.responseCode : null,
    message: text("message") ?? "unknown error",
  };
}
