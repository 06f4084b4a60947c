import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import type { MessageRow } from "@/lib/messages/mailbox";

type MessageHeadersProps = {
  message: MessageRow;
  /** The address all mail comes from; null without a mail server. */
  from: string | null;
};

const named = (name: string | null, address: string | null): string | null =>
  [name, address && `<${address}>`].filter(Boolean).join(" ") || null;

/** The headers of a message, how it was sent, and the files that go along. */
export function MessageHeaders({ message, from }: MessageHeadersProps) {
  const t = useTranslations("mailbox.message");
  const robots = useTranslations("robots.kind");
  const rows: (readonly [label: string, value: ReactNode])[] = [
    ...(message.robotKind
      ? [[t("robot"), `${message.toName} (${robots(message.robotKind)})`] as const]
      : ([
          [t("from"), named(message.fromName, from) ?? t("senderUnset")],
          [t("to"), named(message.toName && shownText(message.toName), message.toAddress) ?? t("noAddress")],
        ] as const)),
    [t("replyTo"), message.replyTo],
    [t("subject"), shownText(message.subject)],
    [
      t("messageId"),
      !message.robotKind && <span key="id" className="break-all font-mono text-small">{`<${message.messageId}>`}</span>,
    ],
    [t("written"), <Time key="at" at={message.createdAt} style="absolute" />],
    [t("sent"), message.sentAt && <Time key="sent" at={message.sentAt} style="absolute" />],
    [t("attempts"), message.attempts > 0 && String(message.attempts)],
    [
      t(message.robotKind ? "saidByRobot" : "said"),
      message.lastError && (
        <span key="said" className="text-danger">
          {message.lastError}
        </span>
      ),
    ],
    [t("attachments"), message.attachments.length > 0 && <Attachments key="files" list={message.attachments} />],
  ];
  return (
    <dl className="flex flex-col gap-2">
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt className="text-small text-subtle">{label}</dt>
            <dd className="break-words" dir="auto">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Attachments({ list }: { list: MessageRow["attachments"] }) {
  return (
    <ul className="flex flex-col gap-1">
      {list.map((attachment) => (
        <li key={attachment.name} className="flex items-center gap-1.5">
          <Paperclip aria-hidden size={14} className="shrink-0 text-subtle" />
          <a
            href={attachment.kind === "file" ? paths.file(attachment.fileId) : paths.labels([attachment.returnId])}
            className="prose-link break-all"
          >
            {attachment.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
