import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { paths } from "@/lib/i18n/paths";
import { AUDIT, type AuditCtx, listMembers } from "@/lib/platform/audit/audit";
import { auditPage, findAuditImport } from "@/lib/platform/audit/audit-lines";
import { SHOP_AUDIT, SHOP_AUDIT_LIST } from "@/lib/platform/audit/seller-events";

const OF_SHOP = { of: "shop" };

/** A page of what happened to returns, or of what was done to the shop itself, and the members whose acts can be asked for. */
export function loadAudit(ctx: AuditCtx, raw: Record<string, string | string[] | undefined>) {
  return withSeller(db, ctx.sellerId, async (tx) => {
    const members = await listMembers(tx, ctx.sellerId);
    if (raw.of === OF_SHOP.of) {
      const view = SHOP_AUDIT.read(raw);
      const found = await SHOP_AUDIT_LIST.page(tx, ctx, view);
      return {
        ...{ of: "shop" as const, members, filter: view.filter, rows: found.rows },
        isNarrowed: SHOP_AUDIT.isNarrowed(view.filter),
        links: SHOP_AUDIT.links(paths.audit, view, found, OF_SHOP),
        csvHref: paths.auditCsv + SHOP_AUDIT.query({ filter: view.filter }, OF_SHOP),
      };
    }
    const view = AUDIT.read(raw);
    const { importId } = view.filter;
    const found = await auditPage(tx, ctx, view);
    return {
      ...{ of: "returns" as const, members, filter: view.filter, rows: found.rows },
      ofImport: importId === null ? null : await findAuditImport(tx, ctx.sellerId, importId),
      isNarrowed: AUDIT.isNarrowed(view.filter),
      links: AUDIT.links(paths.audit, view, found),
      csvHref: paths.auditCsv + AUDIT.query({ filter: view.filter }),
    };
  });
}
export type LoadedAudit = Awaited<ReturnType<typeof loadAudit>>;
