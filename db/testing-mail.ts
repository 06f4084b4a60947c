import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { WorkKind } from "@/lib/platform/queue/lease";
import { type Handler, workOnce } from "@/lib/platform/queue/work";
import type { Db } from "./client";

type Mode = "ok" | "busy" | "no_such_user" | "drop_after_data";

/** What the sink was handed: the envelope, and the message as it came. */
type Taken = { to: string[]; mail: Email; raw: string };

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

async function textOf(stream: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

/** A mail server with a ledger of all it was handed, which answers as it is told to, or is away. */
export async function aMailSink() {
  const taken: Taken[] = [];
  let mode: Mode = "ok";
  const open = async (port: number) => {
    const server: SMTPServer = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      onRcptTo: (_address, _session, done) => {
        if (mode === "busy") return done(refusal(450, "4.2.0 try later"));
        return done(mode === "no_such_user" ? refusal(550, "5.1.1 no such user") : undefined);
      },
      onData: (stream, session, done) => {
        const take = async (raw: string) => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          taken.push({ to, mail: await PostalMime.parse(raw), raw });
          if (mode === "drop_after_data") for (const connection of server.connections) connection.close();
          else done();
        };
        // Whoever is killed while sending has handed nothing over.
        void textOf(stream).then(take, () => undefined);
      },
    });
    server.on("error", () => undefined);
    server.listen(port, "127.0.0.1");
    await once(server.server, "listening");
    return server;
  };
  let server = await open(0);
  const { port } = server.server.address() as AddressInfo;
  return {
    taken,
    answer: (next: Mode) => {
      mode = next;
    },
    url: `smtp://127.0.0.1:${port}`,
    /** From now on nobody listens there. */
    leave: () => new Promise<void>((resolve) => server.close(() => resolve())),
    comeBack: async () => {
      server = await open(port);
    },
    /** How many copies of each message came, to one address or to any, by its Message-ID. */
    copies: (address?: string) => {
      const counts = new Map<string, number>();
      const theirs = taken.filter(({ to }) => address === undefined || to.includes(address));
      for (const { mail } of theirs) counts.set(mail.messageId ?? "", (counts.get(mail.messageId ?? "") ?? 0) + 1);
      return counts;
    },
  };
}

const never = new AbortController().signal;

/** Does all work of a kind that is due now, whoever's it is; answers how many pieces. */
export async function drain(db: Db, kind: WorkKind, handler: Handler): Promise<number> {
  let done = 0;
  while (await workOnce(db, kind, handler, never)) done++;
  return done;
}
