import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { languageName } from "@/lib/kernel/buyer-languages";
import { shownText } from "@/lib/kernel/shown-text";
import { UNDELIVERED } from "@/lib/policy/messages/message";
import type { DetailMessage } from "@/lib/returns/return-detail";
import { MessageStateBadge } from "./message-state";

type MessageListProps = {
  messages: readonly DetailMessage[];
  messageHref: (messageId: string) => string;
};

const isUndelivered = ({ state }: DetailMessage): boolean => UNDELIVERED.some((undelivered) => undelivered === state);

/** What was written about a return, to whom, and how each message stands; what did not arrive comes first. */
export function MessageList({ messages, messageHref }: MessageListProps) {
  const t = useTranslations("messages");
  const reader = useLocale();
  if (messages.length === 0) return null;
  const lost = messages.filter(isUndelivered);
  return (
    <Card id="messages" title={t("title")} isFlush>
      {lost.length > 0 && (
        <div className="border-line border-b p-3">
          <Banner tone="critical" title={t("lost", { count: lost.length })}>
            {t("lostBody")}
          </Banner>
        </div>
      )}
      <ul className="divide-y divide-line">
        {[...lost, ...messages.filter((message) => !isUndelivered(message))].map((message) => (
          <li key={message.id} className="flex flex-col gap-0.5 px-4 py-2.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
              {message.heldUntil === null ? (
                <Link href={messageHref(message.id)} className="prose-link min-w-0 break-words font-medium">
                  {t(`kind.${message.kind}`)}
                </Link>
              ) : (
                <span className="font-medium">{t(`kind.${message.kind}`)}</span>
              )}
              <MessageStateBadge state={message.state} />
            </div>
            {message.subject && (
              <p className="break-words text-small" dir="auto" lang={message.locale ?? undefined}>
                {shownText(message.subject)}
              </p>
            )}
            <p className="break-words text-muted text-small">
              {message.heldUntil
                ? t.rich("heldUntil", { when: () => <Time at={message.heldUntil ?? message.at} style="absolute" /> })
                : t("to", { to: message.toAddress ?? message.toName ?? t("noAddress") })}
              {message.locale && <> · {languageName(message.locale, reader)}</>}
              {message.heldUntil === null && (
                <>
                  {" · "}
                  <Time at={message.at} style="ago" />
                </>
              )}
            </p>
            {isUndelivered(message) && message.lastError && (
              <p className="break-words text-danger text-small">{t("said", { error: message.lastError })}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
