import { useTranslations } from "next-intl";
import type { Company } from "@/lib/presence/stay-at-return";

/** Says who moved the return on after the move one knows of; null while that is the newest, or was one's own. */
export function useChanged(company: Company | null, knownMoveId: string | null): string | null {
  const t = useTranslations("presence");
  const last = company?.lastMove;
  if (!last || last.isOwn || last.id <= (knownMoveId ?? "")) return null;
  const who = t("who", { actor: last.actor, hasName: String(last.name !== null), name: last.name ?? "" });
  return t("changed", { kind: last.kind, who });
}
