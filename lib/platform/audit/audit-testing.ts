import { parse } from "csv-parse/sync";
import type { Db } from "@/db/client";
import { withSeller, withUser } from "@/db/tenant";
import { ACCOUNT_EVENT_LIST, ACCOUNT_EVENTS } from "./account-events";
import { AUDIT, AUDIT_LIST } from "./audit";
import { auditPage } from "./audit-lines";
import { SHOP_AUDIT, SHOP_AUDIT_LIST } from "./seller-events";

/** What an address of the audit asks for; days are UTC's unless another zone is said. */
type Asked = Record<string, string>;
const known = <View extends { ignored: string[] }>(view: View): View => {
  if (view.ignored.length > 0) throw new Error(`the audit does not know ${view.ignored.join(", ")}`);
  return view;
};

/** A page of what was done to a shop itself, newest first. */
export async function shopAuditOf(db: Db, sellerId: string, asked: Asked = {}) {
  const page = await withSeller(db, sellerId, (tx) =>
    SHOP_AUDIT_LIST.page(tx, { sellerId, timeZone: "UTC" }, known(SHOP_AUDIT.read(asked))),
  );
  return page.rows;
}

/** A page of single events of returns, newest first. */
export async function eventsOf(db: Db, sellerId: string, asked: Asked = {}, timeZone = "UTC") {
  const view = known(AUDIT.read(asked));
  return (await withSeller(db, sellerId, (tx) => AUDIT_LIST.page(tx, { sellerId, timeZone }, view))).rows;
}

/** What the page of the audit shows, so many lines at a time, and the addresses of the pages beside it. */
export async function auditLinesOf(db: Db, sellerId: string, asked: Asked = {}, per = 50) {
  const view = { ...known(AUDIT.read(asked)), per };
  const found = await withSeller(db, sellerId, (tx) => auditPage(tx, { sellerId, timeZone: "UTC" }, view));
  return { ...found, ...AUDIT.links("", view, found) };
}

/** A page of what happened to an account, newest first. */
export async function accountEventsOf(db: Db, userId: string, asked: Asked = {}) {
  const view = known(ACCOUNT_EVENTS.read(asked));
  const found = await withUser(db, userId, (tx) => ACCOUNT_EVENT_LIST.page(tx, { userId }, view));
  return { ...found, ...ACCOUNT_EVENTS.links("", view, found) };
}

/** The file of everything that happened to returns. */
export async function auditFileOf(db: Db, sellerId: string): Promise<Record<string, string>[]> {
  let csv = "";
  for await (const part of AUDIT_LIST.csv({ db, sellerId, timeZone: "UTC" }, AUDIT.usual())) csv += part;
  return parse(csv, { bom: true, columns: true });
}
