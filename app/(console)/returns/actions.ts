"use server";

import { z } from "zod";
import * as many from "@/lib/bulk/decide-many";
import { paths } from "@/lib/i18n/paths";
import { timeOn } from "@/lib/kernel/calendar";
import { ok } from "@/lib/kernel/result";
import { dateSchema, dayTimeSchema, idSchema } from "@/lib/kernel/schemas";
import { plainTag } from "@/lib/kernel/search-key";
import { accountAction, action } from "@/lib/platform/action";
import { env } from "@/lib/platform/env";
import { native } from "@/lib/platform/native";
import { begunIn } from "@/lib/platform/posted-input";
import { EXTENDED_DAYS_AT_MOST, NOTE_AT_MOST, TAG_AT_MOST, TAGS_AT_MOST } from "@/lib/policy/limits";
import * as links from "@/lib/portal/buyer-links";
import { printMany, printManySchema } from "@/lib/printing/print-many";
import { assignReturns as assign } from "@/lib/returns/assign-returns";
import { authorizeManySchema, authorizeReturnSchema } from "@/lib/returns/authorize-schema";
import { closeManySchema, closeReturnSchema } from "@/lib/returns/close-schema";
import { completeSchema } from "@/lib/returns/complete-schema";
import * as one from "@/lib/returns/decide-return";
import { keepOurs } from "@/lib/returns/keep-ours";
import * as write from "@/lib/returns/message-buyer";
import { messageBuyers as writeMany } from "@/lib/returns/message-buyers";
import { messageBuyerSchema, messageBuyersSchema } from "@/lib/returns/message-schema";
import { newReturnSchema } from "@/lib/returns/new-return-input";
import { noteReturns } from "@/lib/returns/note-returns";
import { requestByHand } from "@/lib/returns/request-by-hand";
import { LIST_COLUMNS } from "@/lib/returns/shared/own-columns";
import { selectionSchema } from "@/lib/returns/shared/selection";
import { snoozeReturns as snooze } from "@/lib/returns/snooze-returns";
import { tagReturns as tag } from "@/lib/returns/tag-returns";
import { saveColumns } from "@/lib/team/save-own";
import { type NewReturnPage, readNewReturn } from "./new/_components/read-new-return";

const onlyReturn = z.strictObject({ returnId: idSchema });
const note = z.string().trim().max(NOTE_AT_MOST);
const RETURNS = () => ["returns"] as const;
const RETURNS_AND_ADDRESSES = () => ["returns", "addresses"] as const;
const RETURNS_AND_BULK_ACTS = () => ["returns", "bulkActs", "addresses"] as const;

/** Which columns one's lists have: kept for the account, whatever shop and browser it works in. */
export const saveListColumns = accountAction({
  name: "list columns",
  input: z.strictObject({ columns: z.array(z.enum(LIST_COLUMNS)).max(LIST_COLUMNS.length).nullable() }),
  run: async (ctx, input) => {
    await saveColumns(ctx, input);
    return ok(null);
  },
  touches: RETURNS,
});

const newReturnPage = z.object({
  id: z.string(),
  channelId: z.string(),
  number: z.string(),
  lines: z.array(z.string()).nullable(),
});
const NO_PAGE: NewReturnPage = { id: "", channelId: "", number: "", lines: null };

/** A request that came by e-mail or telephone. */
export const enterReturn = action({
  name: "returns.enter",
  needs: "returns:decide",
  input: newReturnSchema,
  run: requestByHand,
  touches: RETURNS,
});

export const postNewReturn = native(enterReturn, {
  read: (form) => readNewReturn(form, newReturnPage.safeParse(begunIn(form)).data ?? NO_PAGE, 1),
  leadsTo: ({ id }) => paths.returnDetail(id),
});

export const authorizeReturn = action({
  name: "returns.authorize",
  needs: "returns:decide",
  input: authorizeReturnSchema,
  run: one.authorizeReturn,
  touches: RETURNS_AND_ADDRESSES,
});

export const authorizeReturns = action({
  name: "returns.authorizeMany",
  needs: "returns:bulk",
  input: authorizeManySchema,
  run: many.authorizeMany,
  touches: RETURNS_AND_BULK_ACTS,
});

export const closeReturn = action({
  name: "returns.close",
  needs: "returns:decide",
  input: closeReturnSchema,
  run: one.closeReturn,
  touches: RETURNS,
});

export const closeReturns = action({
  name: "returns.closeMany",
  needs: "returns:bulk",
  input: closeManySchema,
  run: many.closeMany,
  touches: RETURNS_AND_BULK_ACTS,
});

/** P-27: the buyer said so to the seller; it is recorded as that. */
export const withdrawReturn = action({
  name: "returns.withdraw",
  needs: "returns:decide",
  input: onlyReturn.extend({ note: note.optional() }),
  run: (ctx, { returnId, note }) =>
    one.moveOne(ctx, {
      returnId,
      move: "withdraw",
      isOnBuyersWord: true,
      ...(note ? { note } : {}),
    }),
  touches: RETURNS,
});

/** S0-22: somebody saw on the marketplace that the buyer took the label. */
export const recordFetchedLabel = action({
  name: "returns.fetchLabel",
  needs: "returns:decide",
  input: onlyReturn,
  run: (ctx, { returnId }) => one.moveOne(ctx, { returnId, move: "fetch_label" }),
  touches: RETURNS,
});

/** S1-21: more time for what is awaited of the buyer, who reads the new day in a mail. */
export const extendReturn = action({
  name: "returns.extend",
  needs: "returns:decide",
  input: z.strictObject({ returnId: idSchema, sendBy: dateSchema }),
  run: (ctx, { returnId, sendBy }) => one.moveOne(ctx, { returnId, move: "extend", sendBy }),
  touches: RETURNS,
});

/** It is over without a further refund, and somebody says why. */
export const completeReturn = action({
  name: "returns.complete",
  needs: "returns:decide",
  input: completeSchema,
  run: (ctx, { returnId, why, note }) => one.moveOne(ctx, { returnId, move: "complete", why, note: note || null }),
  touches: RETURNS,
});

export const remindBuyer = action({
  name: "returns.remind",
  needs: "returns:decide",
  input: onlyReturn,
  run: (ctx, { returnId }) => one.moveOne(ctx, { returnId, move: "remind" }),
  touches: RETURNS,
});

const someReturns = z.strictObject({ key: idSchema, selection: selectionSchema });

export const remindBuyers = action({
  name: "returns.remindMany",
  needs: "returns:bulk",
  input: someReturns,
  run: many.remindMany,
  touches: RETURNS_AND_BULK_ACTS,
});

export const extendReturns = action({
  name: "returns.extendMany",
  needs: "returns:bulk",
  input: someReturns.extend({ days: z.int().min(1).max(EXTENDED_DAYS_AT_MOST) }),
  run: many.extendMany,
  touches: RETURNS_AND_BULK_ACTS,
});

export const copyBuyerLink = action({
  name: "returns.buyerLink",
  needs: "returns:decide",
  input: onlyReturn,
  run: (ctx, form) => links.copyBuyerLink(ctx, form, env.NEXTAUTH_SECRET),
});

export const endBuyerLinks = action({
  name: "returns.endBuyerLinks",
  needs: "returns:decide",
  input: onlyReturn,
  run: links.endBuyerLinks,
  touches: RETURNS,
});

/** P-24, *take the marketplace's state*. */
export const adoptReported = action({
  name: "returns.adopt",
  needs: "returns:decide",
  input: onlyReturn,
  run: (ctx, { returnId }) => one.moveOne(ctx, { returnId, move: "adopt" }),
  touches: RETURNS,
});

/** P-24, *keep ours*. */
export const keepOurDecision = action({
  name: "returns.keep",
  needs: "returns:decide",
  input: onlyReturn,
  run: keepOurs,
  touches: RETURNS,
});

/** P-19: somebody did on the marketplace what was decided here. */
export const tickHandover = action({
  name: "returns.tick",
  needs: "returns:decide",
  input: onlyReturn,
  run: one.tickReturn,
  touches: RETURNS,
});

/** S4-06, S4-10: words to the buyer, held back like a decision. */
export const messageBuyer = action({
  name: "returns.message",
  needs: "returns:decide",
  input: messageBuyerSchema,
  run: write.messageBuyer,
  touches: RETURNS,
});

/** The same to many, each in the language they read. */
export const messageBuyers = action({
  name: "returns.messageMany",
  needs: "returns:bulk",
  input: messageBuyersSchema,
  run: writeMany,
  touches: RETURNS,
});

/** For the seller's own team, on one return or on many. */
export const addNotes = action({
  name: "returns.note",
  needs: "returns:note",
  input: z.strictObject({ selection: selectionSchema, text: note.min(1) }),
  run: noteReturns,
  touches: RETURNS,
});

const someTags = z.array(z.string().transform(plainTag).pipe(z.string().min(1).max(TAG_AT_MOST))).max(TAGS_AT_MOST);

export const tagReturns = action({
  name: "returns.tag",
  needs: "returns:note",
  input: z.strictObject({ selection: selectionSchema, add: someTags, remove: someTags }),
  run: tag,
  touches: RETURNS,
});

/** Puts returns off until a time of somebody's own day; null brings them back. */
export const snoozeReturns = action({
  name: "returns.snooze",
  needs: "returns:decide",
  input: z.strictObject({ selection: selectionSchema, until: dayTimeSchema.nullable() }),
  run: (ctx, { selection, until }) =>
    snooze(ctx, { selection, until: until === null ? null : timeOn(until.on, until.at, until.zone) }),
  touches: RETURNS,
});

/** Makes returns somebody's task, or nobody's. */
export const assignReturns = action({
  name: "returns.assign",
  needs: "returns:assign",
  input: z.strictObject({
    selection: selectionSchema,
    assigneeId: idSchema.nullable(),
    seenId: idSchema.nullable().optional(),
  }),
  run: assign,
  touches: RETURNS,
});

/** Labels and slips of more returns than somebody would wait for, drawn by the worker. */
export const printReturns = action({
  name: "labels.print",
  needs: "returns:read",
  input: printManySchema,
  run: printMany,
});
