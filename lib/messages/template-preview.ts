import { formatDay } from "@/lib/i18n/format";
import en from "@/lib/i18n/messages/en.json" with { type: "json" };
import zh from "@/lib/i18n/messages/zh-CN.json" with { type: "json" };
import { closeReasonLabel, resolveTemplate, templateValues, type WantedTemplate } from "@/lib/i18n/templates";
import { addressLines } from "@/lib/kernel/address-lines";
import { buyerLanguage } from "@/lib/kernel/buyer-languages";
import { todayIn } from "@/lib/kernel/calendar";
import type { Locale } from "@/lib/kernel/locale";
import { formatMoney } from "@/lib/kernel/money";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { rmaFor } from "@/lib/policy/machines/return/rma";
import type { VariableValues } from "@/lib/policy/messages/fill-template";
import type { WrittenTemplate } from "./template-rows";
import type { TemplateSample } from "./template-sample";

const MADE_UP = { en: en.templates.sample, "zh-CN": zh.templates.sample } as const satisfies Record<Locale, unknown>;
const MADE_UP_NUMBER = 10_001;
const MADE_UP_COST = { amountMinor: 1250, currency: "USD" };
const MADE_UP_REFUND = { amountMinor: 3432, currency: "USD" };
const DAYS_TO_SEND = 30;

/** One text in one language, as its editor shows it. */
export type EditedTemplate = {
  locale: string;
  subject: string;
  body: string;
  /** Who wrote it last; null where it is not the seller's own. */
  written: { version: number; name: string; at: Date } | null;
  /** What is sent without it. */
  fallback: { subject: string; body: string; isOwn: boolean };
  /** What the preview fills in. */
  values: VariableValues;
};

type Edited = {
  own: readonly WrittenTemplate[];
  sample: TemplateSample | null;
  /** What the seller calls the close reason that the text is for. */
  labels: ReasonLabels | null;
  now: Date;
};

export function editedTemplate(wanted: WantedTemplate, { own, sample, labels, now }: Edited): EditedTemplate {
  const { kind, locale, reason } = wanted;
  const isThis = (text: WantedTemplate) => text.kind === kind && text.locale === locale && text.reason === reason;
  const mine = own.find(isThis) ?? null;
  const others = own.filter((text) => !isThis(text));
  const { subject, body, isOwn } = resolveTemplate(others, wanted);
  const fallback = { subject, body, isOwn };
  return {
    locale,
    subject: mine?.subject ?? subject,
    body: mine?.body ?? body,
    written: mine && { version: mine.version, name: mine.updatedByName, at: mine.updatedAt },
    fallback,
    values: sampleValues(sample, wanted, { labels, now }),
  };
}

/** Values of a real return, or made-up ones where there is none. */
function sampleValues(
  sample: TemplateSample | null,
  { locale, reason }: WantedTemplate,
  { labels, now }: Pick<Edited, "labels" | "now">,
): VariableValues {
  const number = sample?.number ?? MADE_UP_NUMBER;
  const ours = buyerLanguage(locale);
  const madeUp = MADE_UP[ours];
  const sendBy = new Date(now.getTime() + DAYS_TO_SEND * 86_400_000);
  return templateValues(
    {
      ...(sample ?? madeUp),
      returnNumber: `R-${number}`,
      rma: sample?.rma ?? rmaFor({ number, requestedOn: todayIn(now, "UTC") }),
      returnAddress: sample?.address ? addressLines(sample.address).join("\n") : madeUp.returnAddress,
      instructions: sample?.instructions || madeUp.instructions,
      reason: closeReasonLabel(reason || "window_expired", locale, labels),
      returnCost: formatMoney(MADE_UP_COST, ours),
      refundAmount: formatMoney(MADE_UP_REFUND, ours),
      refundedOn: formatDay(now, { locale: ours, timeZone: "UTC", now }),
      sendBackBy: formatDay(sendBy, { locale: ours, timeZone: "UTC", now }),
    },
    locale,
  );
}
