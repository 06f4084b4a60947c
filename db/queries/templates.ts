import { asc, eq } from "drizzle-orm";
import { TEMPLATE_KINDS, type TemplateKind } from "../../lib/notifications/message";
import type { OwnTemplate } from "../../lib/notifications/templates";
import type { Tx } from "../client";
import { templates } from "../schema";

/** Every text that the seller wrote instead of ours. */
export async function listTemplates(tx: Tx, sellerId: string): Promise<OwnTemplate[]> {
  const rows = await tx
    .select({
      kind: templates.kind,
      locale: templates.locale,
      reason: templates.reason,
      subject: templates.subject,
      body: templates.body,
    })
    .from(templates)
    .where(eq(templates.sellerId, sellerId))
    .orderBy(asc(templates.id));
  return rows.flatMap(({ kind, ...text }) => (isTemplateKind(kind) ? [{ kind, ...text }] : []));
}

const isTemplateKind = (kind: string): kind is TemplateKind => TEMPLATE_KINDS.some((known) => known === kind);
