"use client";

import { CircleCheck, CircleHelp, CircleX, Info, type LucideIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TONE_ICON, TONE_TEXT, type Tone } from "@/components/ui/tone";
import { formatPlainDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import type { LineEvaluation } from "@/lib/policy/judging/evaluation";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { reasonWords } from "@/lib/policy/judging/reason-words";
import type { Reason } from "@/lib/policy/judging/rules";
import { useReasonName, useSpeaker } from "./reason-name";
import { rulesOf, saidOf } from "./rules-of";

const LOOK: Record<Reason["outcome"], { tone: Tone; icon: LucideIcon }> = {
  pass: { tone: "success", icon: CircleCheck },
  fail: { tone: "warning", icon: CircleX },
  info: { tone: "neutral", icon: Info },
  unknown: { tone: "neutral", icon: CircleHelp },
};

const COLUMNS = [
  ["outcome", ""],
  ["rule", "w-[17%]"],
  ["expected", "w-[30%]"],
  ["actual", "w-[26%]"],
  ["effect", "w-[17%]"],
] as const;

type PolicyTableProps = {
  lines: readonly LineEvaluation[];
  /** What a line is called, where not all lines agree. */
  names: Readonly<Record<string, string>>;
  /** What the seller called a reason on its day, by the name that rules have for it. */
  labels?: Readonly<Record<string, ReasonLabels | null>>;
  now: Date;
};

/** A judgement rule by rule: what was expected, what was found, what follows. On a phone each rule is a block. */
export function PolicyTable({ lines, names, labels = {}, now }: PolicyTableProps) {
  const t = useTranslations("detail.rules");
  const policy = useTranslations("policy");
  const locale = useLocale();
  const marketplace = useSpeaker();
  const nameOfReason = useReasonName();
  const nameOf = (lineId: string) => names[lineId] ?? lineId;
  const reasonName = (reason: string) => nameOfReason(reason, labels[reason]);
  const day = (date: string) => formatPlainDate(date, { locale, now });
  const money = (amountMinor: number, currency: string) => formatMoney({ amountMinor, currency }, locale);
  // Beside a list it is as narrow as on a phone.
  return (
    <div className="@container">
      <table className="w-full border-line border-t @max-lg:block">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="bg-sunken text-left text-micro text-subtle @max-lg:sr-only">
          <tr>
            {COLUMNS.map(([column, width]) => (
              <th
                key={column}
                scope="col"
                className={`whitespace-nowrap border-line border-b px-2 py-1.5 font-medium first:ps-4 last:pe-4 ${width}`}
              >
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-lg:block">
          {rulesOf(lines).map(({ rule, outcome, effect, lineIds, answers }) => {
            const { tone, icon: Icon } = LOOK[outcome];
            const say = (part: "expected" | "actual") =>
              saidOf(
                answers,
                (reason) =>
                  policy(`rules.${rule}.${part}`, reasonWords(reason, { day, reasonName, money, marketplace })),
                nameOf,
              );
            return (
              <tr
                key={`${rule} ${outcome} ${effect}`}
                className="border-line border-b align-top last:border-0 @max-lg:grid @max-lg:grid-cols-[4.5rem_1fr_auto] @max-lg:gap-x-3 @max-lg:gap-y-0.5 @max-lg:px-4 @max-lg:py-2.5"
              >
                <td className="whitespace-nowrap py-2 ps-4 pe-2 @max-lg:order-2 @max-lg:p-0">
                  <span className={`inline-flex items-center gap-1 font-medium ${TONE_TEXT[tone]}`}>
                    <Icon aria-hidden size={15} strokeWidth={1.9} className={TONE_ICON[tone]} />
                    {policy(`outcomes.${outcome}`)}
                  </span>
                </td>
                <th
                  scope="row"
                  className="px-2 py-2 text-start font-medium @max-lg:order-1 @max-lg:col-span-2 @max-lg:p-0"
                >
                  {policy(`rules.${rule}.name`)}
                  {lineIds.length < lines.length && (
                    <span className="block font-normal text-small text-subtle">
                      {t("onlyFor", { items: lineIds.map(nameOf).join(t("join")) })}
                    </span>
                  )}
                </th>
                <Cell label={t("columns.expected")} className="text-muted">
                  <Said said={say("expected")} />
                </Cell>
                <Cell
                  label={t("columns.actual")}
                  className={outcome === "info" ? "" : `font-medium ${TONE_TEXT[tone]}`}
                >
                  <Said said={say("actual")} />
                </Cell>
                <Cell label={t("columns.effect")} className={effect === "none" ? "text-muted" : ""}>
                  {policy(`effects.${effect}`, { marketplace })}
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The words of a rule; where they differ between lines, each with the lines it is about. */
function Said({ said }: { said: ReturnType<typeof saidOf> }) {
  const t = useTranslations("detail.rules");
  return said.map(({ text, names }) => (
    <span key={text} className="block">
      {text}
      {said.length > 1 && !names.includes(text) && (
        <span className="ms-1 font-normal text-small text-subtle">{t("about", { items: names.join(t("join")) })}</span>
      )}
    </span>
  ));
}

function Cell({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <td className="px-2 py-2 last:pe-4 @max-lg:order-3 @max-lg:col-span-3 @max-lg:grid @max-lg:grid-cols-subgrid @max-lg:p-0!">
      <span className="text-small text-subtle @lg:hidden">{label}</span>
      <span className={`block min-w-0 break-words @max-lg:col-span-2 ${className}`}>{children}</span>
    </td>
  );
}
