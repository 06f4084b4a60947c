import { formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { languageName } from "@/lib/kernel/buyer-languages";
import type { SellerEventRow } from "@/lib/platform/audit/seller-events";
import type { Change } from "@/lib/policy/events/changes";
import { EXPORTS } from "@/lib/policy/events/exports";
import { groupOf } from "@/lib/policy/events/seller-event-kinds";
import { CLOSE_REASONS } from "@/lib/policy/machines/return/close-reasons";
import { TEMPLATE_KINDS, TEMPLATE_SLUGS } from "@/lib/policy/messages/message";
import { type AllWords, changeWords, type Reader } from "./change-words";
import { readShopEvent, type ShopEventData } from "./shop-event-data";

export type ToldEvent = {
  /** To what it was done, and where that is set. */
  about: string;
  href: string | null;
  /** What it is beside that: new, a version, somebody's note. */
  notes: string[];
  /** What changed; where all of it is new or gone (`isWhole`), what it says. */
  facts: string[];
  isWhole: boolean;
  /** Words of several lines, to be told in full. */
  texts: Change[];
};

const PICKED = ["what_does_not_match", "shipping_cost", "on_its_way"] as const;

const GONE: readonly string[] = ["sku_rule_removed", "view_deleted", "template_reset"];

/** Parts of how a channel works that no single value tells. */
const LISTS: readonly string[] = ["addressRules", "labels", "freeReturnCountries"];

const isText = ({ field }: Change): boolean => field === "body" || field === "instructions";

export function tellShopEvent(row: SellerEventRow, reader: Reader): ToldEvent {
  const data = readShopEvent(row.kind, row.data);
  const about = aboutOf(row, data, reader);
  const isWhole = data.isNew === true || GONE.includes(row.kind);
  // What it is called stands above already.
  const changes = data.changes.filter(({ from, to }) => !isWhole || (to ?? from) !== about);
  return {
    about,
    href: hrefOf(row, data),
    notes: notesOf(row, data, reader),
    facts: [
      ...changes.filter((change) => !isText(change)).map((change) => changeWords(change, isWhole, reader)),
      listsOf(data, reader),
    ].filter((fact) => fact !== ""),
    isWhole,
    texts: changes.filter(isText),
  };
}

const slugOf = (kind: string | null) => {
  const known = TEMPLATE_KINDS.find((one) => one === kind);
  return known ? TEMPLATE_SLUGS[known] : null;
};

function aboutOf({ kind, subjectName }: SellerEventRow, data: ShopEventData, { t, locale }: Reader): string {
  const join = t("audit.shop.join");
  const name = subjectName ?? "";
  switch (groupOf(kind)) {
    case "exports": {
      const what = EXPORTS.find((one) => one === data.what);
      return what ? t(`audit.shop.files.${what}`) : (data.what ?? "");
    }
    case "skus":
      return [data.sku, name].filter(Boolean).join(join);
    case "reasons":
      return data.labels?.[locale] ?? name;
    case "templates": {
      const slug = slugOf(data.of);
      const language = data.locale && languageName(data.locale, locale);
      const title = slug && t(`templates.kind.${slug}.title`);
      return [title, data.reason && templateReason(data.reason, t), language].filter(Boolean).join(join);
    }
    default:
      return name;
  }
}

function templateReason(code: string, t: AllWords): string {
  const picked = PICKED.find((known) => known === code);
  if (picked) return t(`templates.reason.${picked}`);
  const closing = CLOSE_REASONS.find((known) => known.code === code);
  return closing ? t(`closeReasons.${closing.code}.label`) : code;
}

function listsOf({ parts }: ShopEventData, { t }: Reader): string {
  const lists = parts.filter((part) => LISTS.includes(part)).map((part) => t(`terms.versions.parts.${part}`));
  return lists.length === 0 ? "" : t("audit.shop.also", { parts: lists.join(t("audit.shop.comma")) });
}

function notesOf({ kind }: SellerEventRow, data: ShopEventData, { t, locale }: Reader): string[] {
  const { version, effectiveFrom, note, role, counts, file, isNew, minutes } = data;
  const { undone, effects, isWithoutAutomation } = data;
  return [
    isNew && kind !== "channel_created" ? t("audit.shop.new") : "",
    groupOf(kind) === "reasons" && (data.of === "close" || data.of === "return") ? t(`audit.shop.of.${data.of}`) : "",
    kind === "operation_changed" && version !== null ? t("audit.shop.version", { version }) : "",
    kind === "terms_published" && version !== null && effectiveFrom !== null
      ? t("audit.shop.published", { version, on: formatPlainDate(effectiveFrom, { locale }) })
      : "",
    role ? t(`roles.${role}`) : "",
    counts ? t("audit.shop.counts", { ...counts, file: file ?? "none" }) : "",
    data.isHandedOver ? t("audit.shop.handedOver") : "",
    kind === "account_replaced" ? t("audit.shop.replaced") : "",
    minutes === null ? "" : t("audit.shop.visit", { minutes }),
    kind === "support_entered" && data.reason ? t("audit.shop.withNote", { note: data.reason }) : "",
    data.hint ? t("audit.shop.key", { hint: data.hint }) : "",
    data.count === null ? "" : t("audit.shop.rows", { count: data.count }),
    data.filter ? t("audit.shop.filter", { filter: data.filter }) : "",
    undone ? t("audit.shop.undone", { ...undone, file: file ?? "none" }) : "",
    effects && effects.authorized > 0
      ? t("audit.shop.authorized", { authorized: effects.authorized, messages: effects.messages })
      : "",
    isWithoutAutomation ? t("audit.shop.withoutAutomation") : "",
    note ? t("audit.shop.withNote", { note }) : "",
  ].filter((one) => one !== "");
}

function hrefOf({ kind, subjectId }: SellerEventRow, data: ShopEventData): string | null {
  const { version } = data;
  if (kind === "operation_changed") return subjectId && paths.channelWork(subjectId);
  if (kind === "terms_published" && subjectId)
    return version !== null && version > 1
      ? paths.channelVersions(subjectId, { from: String(version - 1), to: String(version) })
      : paths.channelTerms(subjectId);
  switch (groupOf(kind)) {
    case "channels":
    case "keys":
      return subjectId && paths.settingsChannel(subjectId);
    case "automation":
      return paths.settings;
    case "skus":
      return subjectId && paths.channelSkus(subjectId);
    case "reasons":
      return paths.reasonsOf(data.of === "return" ? "return" : "close");
    case "imports":
      return subjectId && paths.importDetail(subjectId);
    case "addresses":
      return subjectId && paths.address(subjectId);
    case "robots":
      return paths.notifications;
    case "templates": {
      const slug = slugOf(data.of);
      return slug && paths.template(slug, data.reason || undefined);
    }
    case "views":
      return data.query === null ? null : `${paths.returns()}?${data.query}`;
    case "support":
    case "exports":
      return null;
    default:
      return kind === "invite_revoked" ? null : paths.team;
  }
}

/** The same in one line, for a file: what changed, and the words of longer texts in full. */
export function toldInOneLine({ notes, facts, isWhole, texts }: ToldEvent, reader: Reader): string {
  return [...notes, ...facts, ...texts.map((change) => changeWords(change, isWhole, reader))].join(
    reader.t("audit.shop.join"),
  );
}
