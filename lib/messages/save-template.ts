import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import type { TemplateText, WantedTemplate } from "@/lib/i18n/templates";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { personId } from "@/lib/policy/actor";
import { changesBetween } from "@/lib/policy/events/changes";
import type { TemplateForm, TemplateReset } from "./template-input";
import * as queries from "./template-rows";

/** Somebody else changed the text since it was opened; null where it was set back to ours. */
export type TemplateRefusal = { code: "changed_since"; name: string | null; at: Date | null };

async function lockAsSeen(tx: Tx, sellerId: string, { seen, ...wanted }: WantedTemplate & { seen: number }) {
  const current = await queries.lockTemplate(tx, sellerId, wanted);
  return (current?.version ?? 0) === seen ? ok(current) : changedSince(current);
}

const changedSince = (current: { updatedByName: string; updatedAt: Date } | null) =>
  refuse<TemplateRefusal>({
    code: "changed_since",
    name: current?.updatedByName ?? null,
    at: current?.updatedAt ?? null,
  });

/** Writes what became of a text into the shop's audit, with the words before and after; null: ours are sent. */
function tell(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  { kind, locale, reason }: WantedTemplate,
  [before, after]: [TemplateText | null, TemplateText | null],
): Promise<void> {
  const words = (text: TemplateText | null) => text && { subject: text.subject, body: text.body };
  return addSellerEvent(tx, {
    sellerId,
    kind: after ? "template_saved" : "template_reset",
    actor,
    now,
    data: { of: kind, locale, reason, isNew: !before, changes: changesBetween(words(before), words(after)) },
  });
}

/** Keeps a seller's own text for a message as its next version; the same words again write nothing. */
export function saveTemplate(
  ctx: Ctx,
  { subject, body, seen, ...named }: TemplateForm,
): Promise<Result<{ version: number }, TemplateRefusal>> {
  const { db, sellerId, actor, now } = ctx;
  const writer = { updatedBy: personId(actor), updatedByName: actor.name ?? "", updatedAt: now };
  return withSeller(db, sellerId, async (tx) => {
    const locked = await lockAsSeen(tx, sellerId, { ...named, seen });
    if (!locked.ok) return locked;
    const current = locked.value;
    if (current?.subject === subject && current.body === body) return ok({ version: seen });
    const version = seen + 1;
    const template = { ...named, subject, body, ...writer };
    if (current) {
      await queries.updateTemplate(tx, sellerId, { ...template, version });
      await tell(tx, ctx, named, [current, template]);
      return ok({ version });
    }
    const isFirst = await queries.insertTemplate(tx, sellerId, { ...template, id: newId() });
    if (!isFirst) return changedSince(await queries.lockTemplate(tx, sellerId, named));
    await tell(tx, ctx, named, [null, template]);
    return ok({ version });
  });
}

/** Gives up a seller's own text, so that ours is sent again; given up already is as good. */
export function resetTemplate(ctx: Ctx, { seen, ...named }: TemplateReset): Promise<Result<null, TemplateRefusal>> {
  const { db, sellerId } = ctx;
  return withSeller(db, sellerId, async (tx) => {
    const current = await queries.lockTemplate(tx, sellerId, named);
    if (!current) return ok(null);
    if (current.version !== seen) return changedSince(current);
    await queries.deleteTemplate(tx, sellerId, named);
    await tell(tx, ctx, named, [current, null]);
    return ok(null);
  });
}
