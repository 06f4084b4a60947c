import { useTranslations } from "next-intl";
import { CELLS, type ChannelDraft, type ClockName, closedIn } from "./channel-draft";

const FACTS = ["name", "programme", "plan", "country", "currency", "timeZone", "defaultAddressId"] as const;
const CLOCKS = [
  "answerHours",
  "expireDays",
  "sendBackDays",
  "transitDays",
  "labelDays",
  "arriveDays",
  "refundDays",
  "completeDays",
] as const satisfies readonly ClockName[];
const COUNTRY = ["country", "method", ...CELLS] as const;
const RULE = ["name", "addressId", "categories", "minMinor", "maxMinor"] as const;

/** The name of every field by the path it is sent under, rows with their place. */
export function useChannelLabels({ addressRules, countries, closedOn }: ChannelDraft): Record<string, string> {
  const t = useTranslations("settings");
  const place = (label: string, index: number) => t("row", { label, place: index + 1 });
  return Object.fromEntries([
    ...FACTS.map((name) => [`facts.${name}`, t(`facts.${name}`)]),
    ...CLOCKS.map((name) => [`operation.clocks.${name}`, t(`clocks.${name}`)]),
    ["operation.calendar.restDays", t("clocks.calendar.restDays")],
    ["operation.calendar.closedOn", t("clocks.calendar.closedOn")],
    ...closedIn(closedOn).flatMap((_, at) =>
      ["on", "label"].map((name) => [
        `operation.calendar.closedOn.${at}.${name}`,
        place(t("clocks.calendar.closedOn"), at),
      ]),
    ),
    ["operation.undoSeconds", t("undo.field")],
    ["replyTo", t("replyTo.field")],
    ["operation.instructions", t("instructions.field")],
    ["operation.rma.format", t("rma.format")],
    ["operation.labels.costMinor", t("labels.cost")],
    ["operation.labels.costAbroadMinor", t("labels.costAbroad")],
    ["operation.exemptions.categories", t("exemptions.field")],
    ...addressRules.flatMap((_, at) =>
      RULE.map((name) => [`operation.addressRules.${at}.${name}`, place(t(`addressRules.${name}`), at)]),
    ),
    ...countries.flatMap((_, at) =>
      COUNTRY.map((name) => [`operation.freeReturnCountries.${at}.${name}`, place(t(`countries.${name}`), at)]),
    ),
  ]);
}
