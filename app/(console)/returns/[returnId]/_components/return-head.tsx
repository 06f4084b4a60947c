import { Scale, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { HandoverBadge } from "@/components/returns/handover-badge";
import { ShortDeadline } from "@/components/returns/short-deadline";
import { StatusBadge } from "@/components/returns/status-badge";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { RELATED_AT_MOST } from "@/lib/policy/limits";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import type { ListMember } from "@/lib/presence/presence";
import type { Team } from "../../_assignee/assignee-choices";
import type { FoundReturn } from "../read-return";
import { AssigneeLine } from "./assignee-line";
import { ReturnNumbers } from "./return-numbers";

type ReturnHeadProps = {
  found: FoundReturn;
  /** Who looks. */
  user: ListMember;
  /** Null where the person may give it to nobody. */
  team: Team | null;
};

/** Which return this is, how it stands, what is due next, whose it is and whose task. */
export function ReturnHead({ found, user, team }: ReturnHeadProps) {
  const { item, openHandover, now } = found;
  const t = useTranslations("detail");
  const { channel, deadlines, status, related } = item;
  const number = `R-${item.number}`;
  const next = deadlines.find(({ state }) => state === "open");
  return (
    <header className="mb-3">
      <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1">
        <h1 tabIndex={-1} className="text-h1 heading">
          {number}
        </h1>
        <span className="-mx-1.5 print:hidden">
          <CopyButton text={number} what={t("copyNumber", { number })} />
        </span>
        <StatusBadge
          status={status}
          word={item.reportedStatus}
          as={statusWord(status, channel.marketplace, item.reportedStatus, item.labelFetchedAt !== null)}
        />
        {openHandover && <HandoverBadge marketplace={channel.marketplace} move={openHandover} />}
        {item.isDemo && <Badge tone="info">{t("head.demo")}</Badge>}
        {item.tags.map(({ id, name }) => (
          <Badge key={id} tone="neutral" icon={Tag}>
            <bdi>{name}</bdi>
          </Badge>
        ))}
        {item.isDisputed && (
          <Badge tone="dispute" icon={Scale}>
            {t("head.disputed")}
          </Badge>
        )}
        {next && (
          <>
            <span aria-hidden className="text-subtle">
              ·
            </span>
            <ShortDeadline dueAt={next.dueAt} party={next.party} hasDay />
          </>
        )}
      </div>
      <div className="text-muted text-small">
        <ReturnNumbers item={item} now={now}>
          {related.length > 0 && (
            <a href="#related" className="prose-link">
              {t("head.related", { count: related.length, isMore: String(related.length === RELATED_AT_MOST) })}
            </a>
          )}
          <AssigneeLine item={{ id: item.id, name: number, assignee: item.assignee }} userId={user.id} team={team} />
        </ReturnNumbers>
      </div>
    </header>
  );
}
