import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deadlines, events } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner } from "@/db/testing";
import type { aMailSink } from "@/db/testing-mail";
import { drain } from "@/db/testing-mail";
import { outboxWork } from "@/lib/messages/leave-outbox";
import type { mailServer } from "@/lib/messages/mail-server";
import { mailWork } from "@/lib/messages/send-message";
import { moveReturns } from "@/lib/returns/move-returns";
import { findBuyerReturn } from "./find-buyer-return";
import { standingOf } from "./standing-of";

export const SECRET = "a key that only this test knows of";
/** Where labels of these mails are kept. */
const dataDir = mkdtempSync(join(tmpdir(), "buyer-"));
export const APP = "https://returns.pine.net";
export const AUTHORIZE = {
  move: "authorize",
  address: null,
  label: { kind: "policy" },
  overrideNote: "looked at",
} as const;

type Post = { sink: Awaited<ReturnType<typeof aMailSink>>; server: ReturnType<typeof mailServer> };
type Options = Parameters<typeof aChannel>[2];

/** A shop with one return that nobody has answered yet, and all that its buyer may see of it. */
export async function aBuyer(db: Db, options: Options = {}, wanted: Partial<Parameters<typeof aReturn>[2]> = {}) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { undoSeconds: 0, ...options });
  const email = `${sellerId}@mail.net`;
  const made = await aReturn(db, seller, { channelId, buyerEmail: email, buyerName: "Mei Lin", ...wanted });
  const inside = <Row>(work: Parameters<typeof withSeller<Row>>[2]) => withSeller(db, sellerId, work);
  const act = (request: Parameters<typeof moveReturns>[1]["request"], at = new Date()) =>
    moveReturns({ ...asOwner(db, seller), now: at }, { ids: [made.id], request });
  /** Everything due leaves; the mails that have come to the buyer then. */
  const leave = async (post: Post) => {
    await drain(db, "outbox", outboxWork({ appUrl: APP, hasServer: true }));
    await drain(db, "mail", mailWork({ server: post.server, dataDir, linkSecret: SECRET }));
    return post.sink.taken.filter(({ to }) => to.includes(email)).map(({ mail }) => mail);
  };
  const linkIn = (text: string | undefined) =>
    new RegExp(`${APP}/r/([a-z0-9-]+)/t/([\\w-]+)`).exec(text ?? "")?.slice(1) ?? [];
  const buyer = { ...asOwner(db, seller), actor: { kind: "buyer" as const, id: null, name: "Mei Lin" } };
  const standing = async (at = new Date()) => {
    const found = await findBuyerReturn(db, { sellerId, returnId: made.id });
    if (!found) throw new Error("there is such a return");
    return { ...standingOf(found, at), found };
  };
  const clocks = () =>
    inside((tx) =>
      tx
        .select({ id: deadlines.id, kind: deadlines.kind, state: deadlines.state, dueAt: deadlines.dueAt })
        .from(deadlines)
        .where(and(eq(deadlines.returnId, made.id), eq(deadlines.party, "buyer")))
        .orderBy(deadlines.id),
    );
  const history = () =>
    inside((tx) =>
      tx
        .select({ kind: events.kind, actor: events.actorKind })
        .from(events)
        .where(eq(events.returnId, made.id))
        .orderBy(events.id),
    );
  return { seller, sellerId, channelId, email, ...made, inside, act, leave, linkIn, buyer, standing, clocks, history };
}
