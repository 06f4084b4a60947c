import { useTranslations } from "next-intl";
import { MessageStateBadge } from "@/components/returns/message-state";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import type { DetailMessage } from "@/lib/returns/return-detail";

/** Mails within the team about the return, folded: they are no part of what was said with the buyer. */
export function TeamMails({ messages }: { messages: readonly DetailMessage[] }) {
  const t = useTranslations("messages");
  if (messages.length === 0) return null;
  return (
    <details className="border-line border-t">
      <summary className="-outline-offset-2 min-h-9 cursor-pointer px-4 py-2 text-muted text-small hover:bg-sunken pointer-coarse:min-h-11">
        {t("toTeam", { count: messages.length })}
      </summary>
      <ul className="divide-y divide-line border-line border-t text-small">
        {messages.map(({ id, kind, state, toName, toAddress, heldUntil, at }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2">
            {heldUntil === null ? (
              <Link href={paths.message(id)} className="prose-link">
                {t(`kind.${kind}`)}
              </Link>
            ) : (
              <span>{t(`kind.${kind}`)}</span>
            )}
            <span className="text-muted">{toName ?? toAddress}</span>
            <MessageStateBadge state={state} />
            <Time at={at} style="ago" className="ms-auto text-subtle" />
          </li>
        ))}
      </ul>
    </details>
  );
}
