import { clsx } from "clsx";
import { MessageSquare } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MessageStateBadge } from "@/components/returns/message-state";
import { Banner } from "@/components/ui/banner";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { languageName, readingLanguage } from "@/lib/kernel/buyer-languages";
import { shownText } from "@/lib/kernel/shown-text";
import { UNDELIVERED } from "@/lib/policy/messages/message";
import { messageReasons } from "@/lib/policy/messages/template-texts";
import { REACH } from "@/lib/policy/reach";
import type { DetailMessage, ReturnDetail } from "@/lib/returns/return-detail";
import { Composer } from "./composer";

const isLost = ({ state }: DetailMessage): boolean => UNDELIVERED.some((undelivered) => undelivered === state);

/** What the buyer said and was told, oldest first, and nothing else. */
export function Conversation({ item, mayWrite }: { item: ReturnDetail; mayWrite: boolean }) {
  const t = useTranslations("detail.talk");
  const words = useTranslations("messages");
  const { buyerComment, order } = item;
  const told = item.messages.filter(isToBuyer).toReversed();
  const lost = told.filter(isLost).length;
  const name = shownText(order.buyerName ?? t("buyer"));
  const templates = useTranslations("templates.reason");
  const reader = useLocale();
  const isReached = REACH[item.channel.mode].carriesOut && order.isBuyerReached;
  const reasons = messageReasons(item.evaluation).filter((reason) => reason !== "");
  return (
    <div className="flex flex-col gap-2.5 px-4 py-3">
      {lost > 0 && (
        <Banner tone="critical" title={words("lost", { count: lost })}>
          {words("lostBody")}
        </Banner>
      )}
      {!buyerComment && told.length === 0 && <p className="text-muted">{t("nothingSaid")}</p>}
      <ol className="flex flex-col gap-2.5 empty:hidden">
        {buyerComment && (
          <Said
            by={
              <>
                {name} · <AskedAt item={item} />
              </>
            }
          >
            <p className="whitespace-pre-wrap break-words" dir="auto" lang={order.buyerLocale ?? ""}>
              {shownText(buyerComment)}
            </p>
          </Said>
        )}
        {told.map((message) => (
          <Told key={message.id} message={message} />
        ))}
      </ol>
      {mayWrite && isReached && (
        <div className="flex flex-col gap-2 print:hidden">
          <Composer
            returnId={item.id}
            label={t("compose", {
              hasName: String(order.buyerName !== null),
              name,
              language: languageName(readingLanguage(order.buyerLocale), reader),
            })}
            steps={told.length > 0 ? [] : reasons.map((reason) => ({ reason, label: templates(reason) }))}
          />
        </div>
      )}
      {mayWrite && !isReached && (
        <div className="print:hidden">
          <LinkButton
            href={`${paths.returnDetail(item.id)}?dialog=message`}
            scroll={false}
            size="sm"
            icon={<MessageSquare aria-hidden size={15} />}
          >
            {t("write", { hasName: String(order.buyerName !== null), name })}
          </LinkButton>
        </div>
      )}
    </div>
  );
}

function AskedAt({ item: { requestedAt, requestedOn } }: { item: ReturnDetail }) {
  const locale = useLocale();
  return requestedAt ? <Time at={requestedAt} style="ago" /> : formatPlainDate(requestedOn, { locale });
}

/** One of our letters: its words as far as they are written, and how it stands. */
function Told({ message }: { message: DetailMessage }) {
  const t = useTranslations("messages");
  const reader = useLocale();
  const { id, kind, state, subject, text, locale, toName, toAddress, heldUntil, lastError, at } = message;
  const by = (
    <>
      {heldUntil === null ? (
        <Link href={paths.message(id)} className="prose-link">
          {t(`kind.${kind}`)}
        </Link>
      ) : (
        t(`kind.${kind}`)
      )}
      {heldUntil === null && (
        <>
          {" · "}
          <Time at={at} style="ago" />
        </>
      )}
      {locale && ` · ${languageName(locale, reader)}`}
    </>
  );
  return (
    <Said by={by} isOurs>
      {subject && (
        <p className="break-words font-medium" dir="auto" lang={locale ?? undefined}>
          {shownText(subject)}
        </p>
      )}
      {text && (
        <p className="line-clamp-6 whitespace-pre-wrap break-words" dir="auto" lang={locale ?? undefined}>
          {shownText(text)}
        </p>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-micro text-muted">
        <MessageStateBadge state={state} />
        <span className="break-words">
          {heldUntil
            ? t.rich("heldUntil", { when: () => <Time at={heldUntil} style="absolute" /> })
            : t("to", { to: toAddress ?? toName ?? t("noAddress") })}
        </span>
      </p>
      {isLost(message) && lastError && (
        <p className="break-words text-danger text-small">{t("said", { error: lastError })}</p>
      )}
    </Said>
  );
}

function Said({ by, isOurs = false, children }: { by: ReactNode; isOurs?: boolean; children: ReactNode }) {
  return (
    <li className={clsx("flex max-w-[88%] flex-col gap-0.5 md:max-w-[78%]", isOurs ? "self-end" : "self-start")}>
      <p className={clsx("px-0.5 text-micro text-subtle", isOurs && "text-end")}>{by}</p>
      <div className={clsx("rounded-card px-3 py-2", isOurs ? "bg-selected" : "bg-sunken")}>{children}</div>
    </li>
  );
}

const TALK_TABS = ["conversation", "notes", "history"] as const;
export type TalkTab = (typeof TALK_TABS)[number];

/** Which of its tabs an address asks for; a link to all events asks for the history. */
export function talkTab(show: unknown, hasAllEvents: boolean): TalkTab {
  return TALK_TABS.find((tab) => tab === show) ?? (hasAllEvents ? "history" : "conversation");
}

/** Written to the buyer; everything else is a mail within the team. */
export const isToBuyer = ({ kind }: Pick<DetailMessage, "kind">): boolean => kind.startsWith("buyer.");
