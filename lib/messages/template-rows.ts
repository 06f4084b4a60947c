import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { templates } from "@/db/schema";
import type { OwnTemplate, TemplateText, WantedTemplate } from "@/lib/i18n/templates";
import { TEMPLATE_KINDS, type TemplateKind } from "@/lib/policy/messages/message";

const isTemplateKind = (kind: string): kind is TemplateKind => TEMPLATE_KINDS.some((known) => known === kind);

const named = {
  kind: templates.kind,
  locale: templates.locale,
  reason: templates.reason,
  subject: templates.subject,
  body: templates.body,
};
const written = {
  version: templates.version,
  updatedByName: templates.updatedByName,
  updatedAt: templates.updatedAt,
};

/** Every text that the seller wrote instead of ours. */
export async function listTemplates(tx: Tx, sellerId: string): Promise<OwnTemplate[]> {
  const rows = await tx
    .select(named)
    .from(templates)
    .where(eq(templates.sellerId, sellerId))
    .orderBy(asc(templates.id));
  return rows.flatMap(({ kind, ...text }) => (isTemplateKind(kind) ? [{ kind, ...text }] : []));
}

export type WrittenTemplate = OwnTemplate & { version: number; updatedByName: string; updatedAt: Date };

/** The same with who wrote each last, and when. */
export async function listWrittenTemplates(tx: Tx, sellerId: string): Promise<WrittenTemplate[]> {
  const rows = await tx
    .select({ ...named, ...written })
    .from(templates)
    .where(eq(templates.sellerId, sellerId))
    .orderBy(asc(templates.id));
  return rows.flatMap(({ kind, ...text }) => (isTemplateKind(kind) ? [{ kind, ...text }] : []));
}

const isOne = (sellerId: string, { kind, locale, reason }: WantedTemplate) =>
  and(
    eq(templates.sellerId, sellerId),
    eq(templates.kind, kind),
    eq(templates.locale, locale),
    eq(templates.reason, reason),
  );

/** One text, locked for whoever changes it. */
export async function lockTemplate(tx: Tx, sellerId: string, wanted: WantedTemplate) {
  const [row] = await tx
    .select({ ...named, ...written })
    .from(templates)
    .where(isOne(sellerId, wanted))
    .for("update");
  return row ?? null;
}

type Writer = { updatedBy: string; updatedByName: string; updatedAt: Date };

/** False where somebody else wrote it first. */
export async function insertTemplate(
  tx: Tx,
  sellerId: string,
  template: WantedTemplate & TemplateText & Writer & { id: string },
): Promise<boolean> {
  const rows = await tx
    .insert(templates)
    .values({ sellerId, ...template })
    .onConflictDoNothing()
    .returning({ id: templates.id });
  return rows.length > 0;
}

export async function updateTemplate(
  tx: Tx,
  sellerId: string,
  { kind, locale, reason, ...change }: WantedTemplate & TemplateText & Writer & { version: number },
): Promise<void> {
  await tx.update(templates).set(change).where(isOne(sellerId, { kind, locale, reason }));
}

export async function deleteTemplate(tx: Tx, sellerId: string, wanted: WantedTemplate): Promise<void> {
  await tx.delete(templates).where(isOne(sellerId, wanted));
}
