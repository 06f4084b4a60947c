import type { SellerEventRow } from "@/db/queries/seller-events";
import type { Change } from "@/lib/audit/changes";
import { groupOf } from "@/lib/audit/seller-event-kinds";
import { formatPlainDate } from "@/lib/i18n/format";
import { TEMPLATE_KINDS, TEMPLATE_SLUGS } from "@/lib/notifications/message";
import { paths } from "@/lib/paths";
import { CLOSE_REASONS } from "@/lib/policy/close-reasons";
import { type AllWords, changeWords, type Reader } from "./change-words";
import { readShopEvent, type ShopEventData } from "./shop-event-data";

/** What was done to the shop: to what, what of it changed, and where it is set. `texts` are told in full. */
export type ToldEvent = { about: string; facts: string[]; texts: Change[]; href: string | null };

const PICKED = ["what_does_not_match", "shipping_cost", "on_its_way"] as const;

/** Parts of how a channel works that no single value tells. */
const LISTS: readonly string[] = ["addressRules", "labels", "freeReturnCountries"];

/** Words of several lines, that a fact has no room for. */
const isText = ({ field }: Change): boolean => field === "body" || field === "instructions";

export function tellShopEvent(row: SellerEventRow, reader: Reader): ToldEvent {
  const data = readShopEvent(row.data);
  return {
    about: aboutOf(row, data, reader),
    facts: factsOf(row, data, reader),
    texts: data.changes.filter(isText),
    href: hrefOf(row, data),
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
    case "skus":
      return [data.sku, name].filter(Boolean).join(join);
    case "reasons":
      return data.labels?.[locale] ?? name;
    case "templates": {
      const slug = slugOf(data.of);
      const language = data.locale && t(`audit.shop.language.${data.locale}`);
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

function factsOf({ kind }: SellerEventRow, data: ShopEventData, reader: Reader): string[] {
  const { t, locale } = reader;
  const { version, effectiveFrom, note, role, counts, file, isNew } = data;
  const isGone = kind === "sku_rule_removed" || kind === "view_deleted" || kind === "template_reset";
  const lists = data.parts.filter((part) => LISTS.includes(part)).map((part) => t(`terms.versions.parts.${part}`));
  return [
    isNew && kind !== "channel_created" ? t("audit.shop.new") : "",
    groupOf(kind) === "reasons" && (data.of === "close" || data.of === "return") ? t(`audit.shop.of.${data.of}`) : "",
    kind === "operation_changed" && version !== null ? t("audit.shop.version", { version }) : "",
    kind === "terms_published" && version !== null && effectiveFrom !== null
      ? t("audit.shop.published", { version, on: formatPlainDate(effectiveFrom, { locale }) })
      : "",
    role ? t(`roles.${role}`) : "",
    counts ? t("audit.shop.counts", { ...counts, file: file ?? "none" }) : "",
    ...data.changes.filter((change) => !isText(change)).map((change) => changeWords(change, isNew || isGone, reader)),
    lists.length > 0 ? t("audit.shop.also", { parts: lists.join(t("audit.shop.comma")) }) : "",
    note ? t("audit.shop.withNote", { note }) : "",
  ].filter((fact) => fact !== "");
}

function hrefOf({ kind, subjectId }: SellerEventRow, data: ShopEventData): string | null {
  const { version } = data;
  if (kind === "operation_changed") return subjectId && paths.channelVersions(subjectId);
  if (kind === "terms_published" && subjectId)
    return version !== null && version > 1
      ? paths.channelVersions(subjectId, { from: String(version - 1), to: String(version) })
      : paths.channelTerms(subjectId);
  switch (groupOf(kind)) {
    case "channels":
      return subjectId && paths.settingsChannel(subjectId);
    case "automation":
      return paths.settings;
    case "skus":
      return subjectId && paths.channelSkus(subjectId);
    case "reasons":
      return paths.reasonsOf(data.of === "return" ? "return" : "close");
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
    default:
      return kind === "invite_revoked" ? null : paths.team;
  }
}

/** The same in one line, for a file: what changed, and the words of longer texts in full. */
export function toldInOneLine({ facts, texts }: ToldEvent, reader: Reader): string {
  return [...facts, ...texts.map((change) => changeWords(change, false, reader))].join(reader.t("audit.shop.join"));
}
