import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { Decider } from "@/lib/handovers/handovers";
import { AUTOMATION_CAUSES } from "@/lib/policy/judging/automation-causes";
import type { Move } from "@/lib/policy/machines/return/move-names";

/** Who decided and when; where nobody did, the rule of the automation by its words. */
export function DeciderLine({ decider, move }: { decider: Decider | null; move: Move }) {
  const t = useTranslations("handover.decided");
  const rules = useTranslations("policy.automation");
  if (!decider) return null;
  const { actorKind, actorName, at } = decider;
  const because = AUTOMATION_CAUSES.find((cause) => cause === decider.because);
  const when = () => <Time at={at} style="ago" />;
  return (
    <>
      {t.rich("by", { move, actor: actorKind, hasName: String(actorName !== null), name: actorName ?? "", when })}
      {because && <span className="block">{rules(because, { orderAgeDays: 0, withinDays: 0 })}</span>}
      {decider.because === "answer_due" && <span className="block">{t("answerDue")}</span>}
    </>
  );
}
