import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MessageStateBadge } from "@/components/returns/message-state";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/i18n/paths";
import { languageName } from "@/lib/kernel/buyer-languages";
import { shownText } from "@/lib/kernel/shown-text";
import { env } from "@/lib/platform/env";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { canSendAgain } from "@/lib/policy/messages/message";
import { MessageBody } from "./_components/message-body";
import { MessageHeaders } from "./_components/message-headers";
import { SendAgain } from "./_components/send-again";
import { TellAgain } from "./_components/tell-again";
import { loadMessage } from "./load-message";

type Props = PageProps<"/mailbox/[messageId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [found, t] = await Promise.all([loadMessage((await params).messageId), getTranslations("mailbox")]);
  return { title: shownText(found?.message.subject ?? t("notFound")) };
}

/** One message exactly as it was sent, or would be sent. */
async function MessagePage(_: SellerCtx, { params }: Props) {
  const [found, t, kind] = await Promise.all([
    loadMessage((await params).messageId),
    getTranslations("mailbox"),
    getTranslations("messages.kind"),
  ]);
  if (!found) notFound();
  const { message, permissions } = found;
  const isPersonal = message.kind.startsWith("member.");
  return (
    <>
      <PageHeader
        back={{ href: paths.mailbox(), label: t("back") }}
        title={
          <span dir="auto" lang={message.locale}>
            {shownText(message.subject)}
          </span>
        }
        badges={<MessageStateBadge state={message.state} />}
        summary={
          <>
            {kind(message.kind)} · {t("language", { language: languageName(message.locale, await getLocale()) })}
            {message.returnId && message.number !== null && (
              <>
                {" · "}
                <Link href={paths.returnDetail(message.returnId)} className="prose-link">
                  {t("message.return", { number: `R-${message.number}` })}
                </Link>
              </>
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <MessageBody html={message.html} text={message.text} language={message.locale} />
        <div className="flex min-w-0 flex-col gap-4 max-lg:order-first">
          {isPersonal && <Banner tone="neutral">{t("message.personal")}</Banner>}
          {message.robotKind && canSendAgain(message.state) && (
            <TellAgain
              messageId={message.id}
              isOn={message.isRobotOn === true}
              mayDecide={permissions.includes("returns:decide")}
            />
          )}
          {!message.robotKind && canSendAgain(message.state) && (
            <SendAgain
              messageId={message.id}
              address={message.toAddress ?? ""}
              isKept={message.state === "kept"}
              isPersonal={isPersonal}
              mayDecide={permissions.includes("returns:decide")}
              hasServer={env.SMTP_URL !== undefined}
            />
          )}
          <Card title={t("message.headers")}>
            <MessageHeaders message={message} from={env.MAIL_FROM ?? null} />
          </Card>
        </div>
      </div>
    </>
  );
}

export default page({ needs: "returns:read", show: MessagePage });
