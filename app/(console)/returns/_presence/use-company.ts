import { useTranslations } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";
import { useSellerScope } from "@/components/use-action";
import type { Doing } from "@/lib/policy/doings";
import type { Company } from "@/lib/presence/stay-at-return";
import { placeOf } from "./place";

/** Who else is at a return, while one is there oneself and does this; null until it is known. */
export function useCompany(returnId: string, doing: Doing = "looking"): Company | null {
  const place = placeOf(returnId, useSellerScope() ?? "");
  useEffect(() => (doing === "looking" ? undefined : place.begin(doing)), [place, doing]);
  return useSyncExternalStore(place.subscribe, place.company, () => null);
}

/** Says who moved the return on after the move one knows of; null while that is the newest, or was one's own. */
export function useChanged(company: Company | null, knownMoveId: string | null): string | null {
  const t = useTranslations("presence");
  const last = company?.lastMove;
  if (!last || last.isOwn || last.id <= (knownMoveId ?? "")) return null;
  const who = t("who", { actor: last.actor, hasName: String(last.name !== null), name: last.name ?? "" });
  return t("changed", { kind: last.kind, who });
}
