import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CancelledOrder } from "@/components/returns/cancelled-order";
import { DeadlineList } from "@/components/returns/deadline-list";
import { LabelCard } from "@/components/returns/label-card";
import { MessageList } from "@/components/returns/message-list";
import { PolicyCard } from "@/components/returns/policy-card";
import { Timeline } from "@/components/returns/timeline";
import { Card } from "@/components/ui/card";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { readPrintSizes } from "@/lib/platform/print-sizes";
import { channelSizes } from "@/lib/policy/labels/sizes";
import { byMove, isUndecided } from "@/lib/policy/machines/return/kinds-of-status";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import { AskedCard } from "./_components/asked-card";
import { AssigneeCard } from "./_components/assignee-card";
import { ClosedCard } from "./_components/closed-card";
import { ForwarderCard } from "./_components/forwarder-card";
import { KeepItemCard } from "./_components/keep-item-card";
import { MoreEvents } from "./_components/more-events";
import { NoteForm } from "./_components/note-form";
import { Notices } from "./_components/notices";
import { OrderCard } from "./_components/order-card";
import { RelatedCard } from "./_components/related-card";
import { ReturnHeader } from "./_components/return-header";
import { UndoRow } from "./_components/undo-row";
import { QueueScope } from "./_queue/queue-scope";
import { actionViews } from "./action-views";
import { backLink } from "./back-link";
import { loadReturn } from "./load-return";

type Props = PageProps<"/returns/[returnId]">;

const load = async ({ params, searchParams }: Props) => {
  const [{ returnId }, { events }] = await Promise.all([params, searchParams]);
  return loadReturn(returnId, events === "all");
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [found, t, status] = await Promise.all([load(props), getTranslations("detail"), getTranslations("status")]);
  if (!found) return { title: t("notFound.title") };
  const { channel, reportedStatus, number } = found.item;
  const word = statusWord(found.item.status, channel.marketplace, reportedStatus);
  return { title: t("title", { number: `R-${number}`, status: status(word) }) };
}

/** One return: what was asked, why the verdict is what it is, what is due, what happened, and what can be done now. */
async function ReturnPage(_: SellerCtx, props: Props) {
  const [found, { from, dialog }, t, tabs, printSizes] = await Promise.all([
    load(props),
    props.searchParams,
    getTranslations("detail"),
    getTranslations("returns.tabs"),
    readPrintSizes(),
  ]);
  if (!found) notFound();
  const { href, tab } = backLink(from);
  const { item, events, hasMoreEvents, defaultAddress, permissions, now } = found;
  const { marketplace, mode, timeZone } = item.channel;
  const actions = actionViews({ moves: found.moves, status: item.status, permissions });
  const { undo, close } = byMove(actions);
  const shared = { marketplace, mode, now };
  return (
    <QueueScope returnId={item.id} from={typeof from === "string" ? from : null}>
      <div className="max-lg:pb-16 print:pb-0">
        <ReturnHeader
          found={found}
          actions={actions}
          back={{ href, label: tabs(tab) }}
          opensWith={typeof dialog === "string" ? dialog : null}
        />
        <Notices found={found} permissions={permissions} />
        <CancelledOrder order={item.order} isDecided={!isUndecided(item.status)} className="mb-4" />
        {isUndecided(item.status) && item.evaluation.outbound && (
          <ForwarderCard
            returnId={item.id}
            orderNumber={item.order.number}
            outbound={item.evaluation.outbound}
            mayDecide={permissions.includes("returns:decide")}
          />
        )}
        {isUndecided(item.status) && (
          <KeepItemCard
            returnId={item.id}
            evaluation={item.evaluation}
            marketplace={marketplace}
            mayClose={close !== undefined && !close.refusal}
            mayWrite={permissions.includes("returns:decide")}
          />
        )}
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <AskedCard item={item} />
            <PolicyCard
              {...shared}
              evaluation={item.evaluation}
              decisionVersion={item.decisionVersion}
              needsDecision={isUndecided(item.status)}
              lines={item.lines.map(({ orderLineId, sku, title, reason, reasonLabels }) => {
                return { orderLineId, name: shownText(sku ?? title ?? t("lines.untitled")), reason, reasonLabels };
              })}
            />
            <Timeline
              {...shared}
              events={events}
              jobHref={paths.job}
              noteForm={permissions.includes("returns:note") && <NoteForm returnId={item.id} />}
              undo={undo && undo.refusal?.code !== "forbidden" && <UndoRow found={found} undo={undo} />}
              more={hasMoreEvents && <MoreEvents returnId={item.id} />}
            />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Card id="deadlines" title={t("deadlines.title")} isFlush>
              <DeadlineList {...shared} deadlines={item.deadlines} zone={timeZone} />
            </Card>
            <AssigneeCard
              item={{ id: item.id, name: `R-${item.number}`, assignee: item.assignee }}
              team={permissions.includes("returns:assign") ? { user: found.user, members: item.members } : null}
            />
            <ClosedCard item={item} />
            <MessageList messages={item.messages} messageHref={paths.message} />
            <LabelCard
              item={item}
              defaultAddress={defaultAddress}
              fileHref={paths.file}
              printSizes={{ ...channelSizes(item.channel.country, found.channelLabels), ...printSizes }}
              now={now}
            />
            <OrderCard item={item} now={now} />
            <RelatedCard item={item} now={now} />
          </div>
        </div>
      </div>
    </QueueScope>
  );
}

export default page({ needs: "returns:read", show: ReturnPage });
