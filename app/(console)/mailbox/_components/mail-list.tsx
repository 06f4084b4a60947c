import { useLocale, useTranslations } from "next-intl";
import { MessageStateBadge } from "@/components/returns/message-state";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import { languageName } from "@/lib/kernel/buyer-languages";
import { shownText } from "@/lib/kernel/shown-text";
import type { MailRow } from "@/lib/messages/mailbox";

/** Messages in a list: what each says to whom, in which language, about which return, and how it stands. */
export function MailList({ rows }: { rows: readonly MailRow[] }) {
  const t = useTranslations("mailbox");
  const reader = useLocale();
  const messages = useTranslations("messages");
  const robots = useTranslations("robots");
  return (
    <ul aria-label={t("caption")} className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-x-4 gap-y-1 px-4 py-2.5 md:grid-cols-[minmax(0,1fr)_12rem]">
          <div className="min-w-0">
            <Link
              href={paths.message(row.id)}
              className="prose-link break-words font-medium"
              dir="auto"
              lang={row.locale}
            >
              {shownText(row.subject)}
            </Link>
            <p className="break-words text-muted text-small">
              {messages(`kind.${row.kind}`)} ·{" "}
              {row.robotKind
                ? `${messages("toRobot", { name: row.toName ?? "" })} (${robots(`kind.${row.robotKind}`)})`
                : messages("to", {
                    to: [row.toName, row.toAddress].filter(Boolean).join(", ") || messages("noAddress"),
                  })}
            </p>
            <p className="text-small text-subtle">
              {t("language", { language: languageName(row.locale, reader) })}
              {row.returnId && row.number !== null && (
                <>
                  {" · "}
                  <Link href={paths.returnDetail(row.returnId)} className="prose-link identifier">
                    {`R-${row.number}`}
                  </Link>
                </>
              )}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 md:flex-col md:items-end">
            <MessageStateBadge state={row.state} />
            <Time at={row.createdAt} style="ago" className="text-small text-subtle" />
          </div>
        </li>
      ))}
    </ul>
  );
}
