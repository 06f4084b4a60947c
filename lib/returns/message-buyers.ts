import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { fillTemplate, resolveTemplate, templateValues } from "@/lib/i18n/templates";
import { readingLanguage, textLanguage } from "@/lib/kernel/buyer-languages";
import { formatMoney } from "@/lib/kernel/money";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { type Addressee, listAddressees } from "@/lib/messages/buyer-messages";
import { listTemplates } from "@/lib/messages/template-rows";
import type { Ctx } from "@/lib/platform/ctx";
import { lockReturns } from "@/lib/platform/moves/add-events";
import { buyersReturnCost } from "@/lib/policy/judging/costly-return";
import type { VariableValues } from "@/lib/policy/messages/fill-template";
import { lockSelected, selectAtOnce } from "./lock-selected";
import { type CannotWrite, leaveMessages, takeMessagesBack, writingRefused } from "./message-buyer";
import { MANY_REASONS, type MessageManyForm, plainSubject, plainText } from "./message-form";
import type { Selection } from "./shared/selection";

/** A return whose buyer was not written to, and why. */
export type Unwritten = { id: string; number: number; refusal: CannotWrite };

/** What a text may name of one return, in a language. */
export function messageValues(addressee: Addressee, language: string): VariableValues {
  const { number, rma, channel, buyerName, itemName, orderNumber, evaluation } = addressee;
  const cost = buyersReturnCost(evaluation);
  return templateValues(
    {
      ...{ buyerName, itemName, orderNumber, rma },
      shopName: channel.name,
      returnNumber: `R-${number}`,
      returnCost: cost && formatMoney({ amountMinor: cost.costMinor, currency: cost.currency }, language),
    },
    language,
  );
}

const sorted = (addressees: readonly Addressee[]) => {
  const judged = addressees.map((addressee) => ({ addressee, refusal: writingRefused(addressee) }));
  return {
    reached: judged.flatMap(({ addressee, refusal }) => (refusal ? [] : [addressee])),
    unwritten: judged.flatMap(({ addressee: { id, number }, refusal }): Unwritten[] =>
      refusal ? [{ id, number, refusal }] : [],
    ),
  };
};

/** What the dialog about many buyers shows: who can be written to, in which languages, and what to begin with. */
export function findMessageManyOptions(
  { db, sellerId }: Ctx,
  selection: Selection,
): Promise<Result<MessageManyOptions, Refusal>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<MessageManyOptions, Refusal>> => {
    const selected = await selectAtOnce(tx, sellerId, selection);
    if (!selected.ok) return selected;
    const [addressees, own] = [await listAddressees(tx, sellerId, selected.value), await listTemplates(tx, sellerId)];
    const { reached, unwritten } = sorted(addressees);
    const languageOf = ({ buyerLocale }: Addressee) => readingLanguage(buyerLocale);
    const languages = [...new Set(reached.map(languageOf))].map((language) => {
      const some = reached.filter((addressee) => languageOf(addressee) === language);
      return {
        language,
        count: some.length,
        sample: some[0] ? messageValues(some[0], language) : null,
        texts: MANY_REASONS.map((reason) => {
          const { subject, body } = resolveTemplate(own, { kind: "buyer.message", reason, locale: language });
          return { reason, subject, text: body };
        }),
      };
    });
    return ok({
      count: reached.length,
      unwritten,
      languages: languages.toSorted((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1)),
      undoSeconds: Math.max(0, ...reached.map(({ operation }) => operation.undoSeconds)),
    });
  });
}
export type MessageManyOptions = {
  count: number;
  unwritten: Unwritten[];
  languages: {
    language: string;
    count: number;
    /** Of the first buyer who reads it. */
    sample: VariableValues | null;
    texts: { reason: string; subject: string; text: string }[];
  }[];
  undoSeconds: number;
};

/** `batchId` with `at` names the act for its undo. */
type Sent = { sent: number; unwritten: Unwritten[]; batchId: string; at: Date };

/**
 * Writes to the buyers of many returns, each in the language they read with the variables filled for them, held back like
 * one message; the same key again is the same act. Refuses what a selection refuses, and the first reason where nobody
 * could be written to.
 */
export const messageBuyers = (
  { db, sellerId, actor, now }: Ctx,
  { key, selection, texts }: MessageManyForm,
): Promise<Result<Sent, Refusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<Sent, Refusal>> => {
    const locked = await lockSelected(tx, sellerId, selection);
    if (!locked.ok) return locked;
    const { reached, unwritten } = sorted(await listAddressees(tx, sellerId, locked.value));
    const [first] = unwritten;
    if (reached.length === 0 && first) return refuse(first.refusal);
    const bodies = Object.fromEntries(Object.entries(texts).map(([language, { text }]) => [language, text]));
    const letters = reached.map((addressee) => {
      const language = textLanguage(bodies, readingLanguage(addressee.buyerLocale)) ?? "";
      const values = messageValues(addressee, language);
      const { subject = "", text = "" } = texts[language] ?? {};
      return {
        addressee,
        subject: plainSubject(fillTemplate(subject, values)),
        text: plainText(fillTemplate(text, values)),
        batch: key,
      };
    });
    const { at } = await leaveMessages(tx, { sellerId, actor, now }, key, letters);
    return ok({ sent: letters.length, unwritten, batchId: key, at });
  });

/** Takes one's own message to many back, as far as it still waits; refuses `not_found` and `message_left`. */
export const undoMessages = (
  { db, sellerId, actor, now }: Ctx,
  { at, batchId }: { at: Date; batchId: string },
): Promise<Result<{ undone: number; kept: number }, Refusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<{ undone: number; kept: number }, Refusal>> => {
    const sent = actor.id === null ? [] : await listOfBatch(tx, sellerId, { by: actor.id, at, batchId });
    if (sent.length === 0) return refuse({ code: "not_found" });
    const returnIds = sent.map(({ returnId }) => returnId);
    await lockReturns(tx, sellerId, returnIds);
    const eventIds = sent.map(({ eventId }) => eventId);
    const found = await takeMessagesBack(tx, { sellerId, actor, now }, { returnIds, eventIds });
    const kept = found.filter(({ state }) => state === "left").length;
    return kept === found.length ? refuse({ code: "message_left" }) : ok({ undone: found.length - kept, kept });
  });

const listOfBatch = (tx: Tx, sellerId: string, act: { by: string; at: Date; batchId: string }) =>
  tx
    .select({ returnId: sql<string>`${events.subjectId}`, eventId: events.id })
    .from(events)
    .where(
      and(
        ...[eq(events.sellerId, sellerId), eq(events.actorKind, "person"), eq(events.actorId, act.by)],
        ...[eq(events.at, act.at), eq(events.subjectKind, "return"), eq(events.kind, "messaged")],
        sql`${events.data}->>'batch' = ${act.batchId}`,
      ),
    );
