"use client";

import { Truck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { lazily } from "@/components/ui/lazily";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";
import type { Outbound } from "@/lib/policy/judging/facts";
import { answersOpenTo, type ForwarderAnswer } from "@/lib/policy/machines/return/forwarder";
import { AnswerButtons } from "../../../_forwarder/answer-buttons";

const AnswerDialog = lazily(() => import("../../../_forwarder/answer-dialog").then((module) => module.AnswerDialog));

type ForwarderCardProps = { returnId: string; orderNumber: string; outbound: Outbound; mayDecide: boolean };

/** S3-09, S3-10: where the parcel is that the buyer wants to give back, and what to do about it first. */
export function ForwarderCard({ returnId, orderNumber, outbound, mayDecide }: ForwarderCardProps) {
  const t = useTranslations("forwarder.card");
  const [answer, setAnswer] = useState<ForwarderAnswer | null>(null);
  const answers = answersOpenTo(outbound);
  if (answers.length === 0) return null;
  const isOpen = outbound === "not_handed_over";
  return (
    <section
      aria-label={t(isOpen ? "ask" : "onItsWay")}
      className="mb-4 overflow-clip rounded-card border border-tone-warning-icon bg-surface"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 bg-tone-warning px-4 py-2.5 text-tone-warning-fg">
        <Truck aria-hidden size={18} strokeWidth={1.75} className="shrink-0 text-tone-warning-icon" />
        <h2 className="min-w-0 flex-1 font-semibold">{t(isOpen ? "ask" : "onItsWay")}</h2>
      </div>
      <div className="flex flex-col gap-3 px-4 py-3">
        <p className="text-small">{t(isOpen ? "askBody" : "onItsWayBody")}</p>
        <p className="flex items-center gap-1 text-small">
          <span className="text-subtle">{t("order")}:</span>
          <span className="identifier break-all">{orderNumber}</span>
          <span className="-my-1.5 print:hidden">
            <CopyButton text={orderNumber} what={t("order")} />
          </span>
        </p>
        {mayDecide && (
          <div className="flex flex-wrap gap-2">
            {!isOpen && (
              <LinkButton href={`${paths.returnDetail(returnId)}?dialog=message`} size="sm" variant="primary">
                {t("write")}
              </LinkButton>
            )}
            <AnswerButtons answers={answers} orderNumber={null} onAnswer={setAnswer} />
          </div>
        )}
      </div>
      {answer && (
        <AnswerDialog answer={answer} returns={[{ id: returnId, orderNumber }]} onClose={() => setAnswer(null)} />
      )}
    </section>
  );
}
