import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/use-refusal-text";
import type { ActionRefusal } from "@/lib/kernel/action-answer";

const CODES = [
  "already_member",
  "deactivated_member",
  "already_invited",
  "invite_over",
  "own_account",
  "last_owner",
  "belongs_elsewhere",
] as const;

/** The sentence for what an act on the team refuses. */
export function useTeamWords(): (refusal: ActionRefusal) => string {
  const t = useTranslations("team.refused");
  const { refusalText } = useRefusalText();
  return (refusal) => {
    const code = CODES.find((known) => known === refusal.code);
    return code ? t(code) : refusalText(refusal);
  };
}
