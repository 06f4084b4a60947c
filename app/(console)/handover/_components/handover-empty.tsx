import { Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";
import type { HandoverList } from "../read-handovers";
import { type HandoverView, handoverHref } from "../search-params";

/** Why nothing is listed: nothing was ever decided for this channel, all is done, or a later page has emptied. */
export function HandoverEmpty({ list, view }: { list: HandoverList; view: HandoverView }) {
  const t = useTranslations("handover.empty");
  const { channel, channels, conflicts, done } = list;
  const { code, name, marketplace } = channel;
  if (view.after !== null || view.before !== null) {
    return (
      <Frame>
        <EmptyState
          title={t("past")}
          action={
            <LinkButton href={handoverHref({ code, sort: view.sort, per: view.per })} variant="primary">
              {t("toFirst")}
            </LinkButton>
          }
        />
      </Frame>
    );
  }
  if (conflicts.length > 0) return null;
  const other = channels.find((candidate) => candidate.open > 0 && candidate.code !== code);
  return (
    <Frame>
      <EmptyState
        icon={Handshake}
        title={t(done.length > 0 ? "done" : "never", { channel: name })}
        action={
          other ? (
            <LinkButton href={handoverHref({ code: other.code, sort: view.sort, per: view.per })}>
              {t("other", { channel: other.name, count: other.open })}
            </LinkButton>
          ) : (
            <LinkButton href={paths.returns()}>{t("toReturns")}</LinkButton>
          )
        }
      >
        {t(done.length > 0 ? "doneBody" : "neverBody", { marketplace })}
      </EmptyState>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return <div className="mb-4 rounded-card border border-line bg-surface">{children}</div>;
}
