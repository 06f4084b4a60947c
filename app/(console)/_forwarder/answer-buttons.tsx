"use client";

import { PackageCheck, PackageX, Truck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ForwarderAnswer } from "@/lib/policy/machines/return/forwarder";

const ICON = { intercepted: PackageX, on_its_way: Truck, delivered: PackageCheck } as const;

type AnswerButtonsProps = {
  answers: readonly ForwarderAnswer[];
  /** The order that the buttons are about, for their names; null: several. */
  orderNumber: string | null;
  onAnswer: (answer: ForwarderAnswer) => void;
};

/** What can be said of a parcel, each as a button. */
export function AnswerButtons({ answers, orderNumber, onAnswer }: AnswerButtonsProps) {
  const t = useTranslations("forwarder.answer");
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {answers.map((answer) => {
        const Icon = ICON[answer];
        return (
          <Button
            key={answer}
            size="sm"
            icon={<Icon aria-hidden size={15} />}
            {...(orderNumber ? { "aria-label": t("named", { answer: t(answer), orderNumber }) } : {})}
            onClick={() => onAnswer(answer)}
          >
            {t(answer)}
          </Button>
        );
      })}
    </div>
  );
}
