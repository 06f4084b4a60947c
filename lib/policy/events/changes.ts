/** What can be different about a part of a shop, each with words in `audit.shop.fields`. */
export const CHANGED_FIELDS = [
  "name",
  "marketplace",
  "programme",
  "plan",
  "hasPrepaid",
  "currency",
  "timeZone",
  "defaultAddress",
  "replyTo",
  "portalSlug",
  "portalIsOn",
  "choice",
  "withinDays",
  "exemptSkus",
  "isOnForMirrored",
  "exemptCategories",
  "answerHours",
  "answerConsequence",
  "expireDays",
  "sendBackDays",
  "transitDays",
  "labelDays",
  "arriveDays",
  "refundDays",
  "refundConsequence",
  "completeDays",
  "restDays",
  "closedOn",
  "undoSeconds",
  "mailIsOn",
  "mailHasLinks",
  "instructions",
  "rmaFormat",
  "rmaIsOwn",
  "exemptReason",
  "exemptFrom",
  "exemptUntil",
  "automation",
  "labelEn",
  "labelZh",
  "isBuyerVisible",
  "fault",
  "needsComment",
  "carriesRefund",
  "place",
  "isRetired",
  "label",
  "hours",
  "recipient",
  "line1",
  "line2",
  "city",
  "region",
  "postalCode",
  "country",
  "phone",
  "chat",
  "locale",
  "events",
  "isOn",
  "subject",
  "body",
  "filters",
  "isShared",
  "role",
  "bulkLimit",
  "refundLimits",
  "refundDayLimits",
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** As it is told: a code stays a code, an id is what it was called on that day. */
export type ChangedValue = string | number | boolean | null | readonly (string | number)[];
export type Change = { field: ChangedField; from: ChangedValue; to: ChangedValue };
export type ToldFields = Partial<Record<ChangedField, ChangedValue>>;

const isBlank = (value: ChangedValue): boolean =>
  value === null || value === false || value === "" || (Array.isArray(value) && value.length === 0);

const isSame = (a: ChangedValue, b: ChangedValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields that differ, in their order; of what is new, or is gone (null), those that said something. */
export function changesBetween(before: ToldFields | null, after: ToldFields | null): Change[] {
  return CHANGED_FIELDS.flatMap((field) => {
    const [from, to] = [before?.[field] ?? null, after?.[field] ?? null];
    const isTold = before && after ? !isSame(from, to) : !(isBlank(from) && isBlank(to));
    return isTold ? [{ field, from, to }] : [];
  });
}
