import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { db } from "@/db";
import { requireSeller } from "@/lib/platform/session";
import { readHandovers } from "./read-handovers";
import { readHandoverView } from "./search-params";

/** A channel's list as its page shows it. The head of the document and the page share one reading. */
const loadQuery = cache(async (query: string) => {
  const { seller, permissions } = await requireSeller("returns:read");
  const view = readHandoverView(Object.fromEntries(new URLSearchParams(query)));
  const found = await readHandovers(db, { sellerId: seller.id, now: new Date(), ...view });
  if (!found) notFound();
  return { found, view, mayDecide: permissions.includes("returns:decide") };
});

export function loadHandovers(raw: Record<string, string | string[] | undefined>) {
  const pairs = Object.entries(raw).map(([name, text]): [string, string] => [name, [text].flat()[0] ?? ""]);
  return loadQuery(new URLSearchParams(pairs).toString());
}
