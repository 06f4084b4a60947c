import type { useTranslations } from "next-intl";
import { formatPlainDate, weekdayName } from "@/lib/i18n/format";
import { languageName } from "@/lib/kernel/buyer-languages";
import type { Locale } from "@/lib/kernel/locale";
import type { Change, ChangedField, ChangedValue } from "@/lib/policy/events/changes";
import { PLANS, PROGRAMMES } from "@/lib/policy/judging/facts";
import { TEAM_EVENTS } from "@/lib/policy/messages/message";
import { ROBOT_KINDS } from "@/lib/policy/messages/robot-kinds";
import { ROLES } from "@/lib/policy/permissions";
import { EXEMPT_REASONS, SKU_AUTOMATIONS } from "@/lib/policy/terms/sku-rule";
import { ANSWER_CONSEQUENCES, AUTOMATION_CHOICES, FAULTS, REFUND_CONSEQUENCES } from "@/lib/policy/terms/term-choices";

/** All words, from useTranslations() or getTranslations(). */
export type AllWords = ReturnType<typeof useTranslations<never>>;
export type Reader = { t: AllWords; locale: Locale };

/** The word for a code; what a later version adds is shown as it is. */
const coded =
  <Code extends string>(codes: readonly Code[], word: (code: Code) => string) =>
  (value: string | number): string => {
    const code = codes.find((one) => one === value);
    return code === undefined ? String(value) : word(code);
  };

type Say = (value: string | number) => string;

function wordsOf(field: ChangedField, { t, locale }: Reader): Say {
  const day = (value: string | number) => formatPlainDate(String(value), { locale });
  const say: Partial<Record<ChangedField, Say>> = {
    marketplace: coded(["amazon", "aliexpress", "own"], (code) => t(`settings.marketplaces.${code}`)),
    programme: coded(PROGRAMMES, (code) => t(`settings.facts.programmes.${code}`)),
    plan: coded(PLANS, (code) => t(`settings.facts.plans.${code}`)),
    country: (code) => new Intl.DisplayNames(locale, { type: "region" }).of(String(code)) ?? String(code),
    choice: coded(AUTOMATION_CHOICES, (code) => t(`automation.choice.${code}`)),
    exemptSkus: coded(SKU_AUTOMATIONS, (code) => t(`automation.exempt.${code}`)),
    answerConsequence: coded(ANSWER_CONSEQUENCES, (code) => t(`settings.clocks.managed.${code}`)),
    refundConsequence: coded(REFUND_CONSEQUENCES, (code) =>
      t(`settings.clocks.refunded.${code}`, { marketplace: "other" }),
    ),
    restDays: (day) => weekdayName(Number(day), locale),
    undoSeconds: (seconds) => t("settings.undo.seconds", { seconds: Number(seconds) }),
    exemptReason: coded(EXEMPT_REASONS, (code) => t(`skus.reasons.${code}`)),
    exemptFrom: day,
    exemptUntil: day,
    automation: coded(SKU_AUTOMATIONS, (code) => t(`skus.automation.${code}`)),
    fault: coded(FAULTS, (code) => t(`reasons.faults.${code}`)),
    chat: coded(ROBOT_KINDS, (code) => t(`robots.kind.${code}`)),
    locale: (tag) => languageName(String(tag), locale),
    events: coded(TEAM_EVENTS, (code) => t(`notifications.event.${code}.name`)),
    role: coded(ROLES, (code) => t(`roles.${code}`)),
  };
  return say[field] ?? String;
}

/** What nothing means for a field. */
function nothing(field: ChangedField, t: AllWords): string {
  switch (field) {
    case "exemptReason":
      return t("skus.notExempt");
    case "automation":
      return t("skus.automation.channel");
    case "fault":
      return t("reasons.faultNone");
    case "withinDays":
    case "bulkLimit":
    case "refundLimits":
    case "refundDayLimits":
      return t("automation.limit.none");
    default:
      return t("audit.shop.none");
  }
}

const isList = (value: ChangedValue): value is readonly (string | number)[] => Array.isArray(value);

function valueWords(field: ChangedField, value: ChangedValue, reader: Reader): string {
  const { t } = reader;
  if (value === null || value === "" || (isList(value) && value.length === 0)) return nothing(field, t);
  if (typeof value === "boolean") return t(value ? "audit.shop.yes" : "audit.shop.no");
  const say = wordsOf(field, reader);
  return isList(value) ? value.map(say).join(t("audit.shop.comma")) : say(value as string | number);
}

/** What came to a list and what went, each with its sign. */
function listWords({ field, from, to }: Change, reader: Reader): string | null {
  if (!isList(from) || !isList(to) || from.length === 0 || to.length === 0) return null;
  const say = wordsOf(field, reader);
  const signed = [
    ...to.filter((one) => !from.includes(one)).map((one) => `+ ${say(one)}`),
    ...from.filter((one) => !to.includes(one)).map((one) => `− ${say(one)}`),
  ];
  return signed.length === 0 ? null : signed.join(reader.t("audit.shop.comma"));
}

/** One changed field in words: "Plan: Individual → Professional"; of what is new or gone, its value alone. */
export function changeWords(change: Change, isWhole: boolean, reader: Reader): string {
  const { t } = reader;
  const field = t(`audit.shop.fields.${change.field}`);
  const { from, to } = change;
  if (change.field === "filters") return isWhole ? "" : t("audit.shop.filtersChanged");
  const value = isWhole ? valueWords(change.field, to ?? from, reader) : listWords(change, reader);
  if (value !== null) return t("audit.shop.fact", { field, value });
  return t("audit.shop.changed", {
    field,
    from: valueWords(change.field, from, reader),
    to: valueWords(change.field, to, reader),
  });
}
