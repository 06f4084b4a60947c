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
