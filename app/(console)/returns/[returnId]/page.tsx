import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CancelledOrder } from "@/components/returns/cancelled-order";
import { DeadlineList } from "@/components/returns/deadline-list";
import { LabelCard } from "@/components/returns/label-card";
import { ParcelsCard } from "@/components/returns/parcels-card";
import { PolicyCard } from "@/components/returns/policy-card";
import { Card } from "@/components/ui/card";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { readPrintSizes } from "@/lib/platform/print-sizes";
import { isWayBack } from "@/lib/policy/clocks/deadlines";
import { channelSizes } from "@/lib/policy/labels/sizes";
import { isStillComing, isUnseen } from "@/lib/policy/machines/parcel/statuses";
import { byMove, isExtension, isReminder, isUndecided } from "@/lib/policy/machines/return/kinds-of-status";
import { isAsleep } from "@/lib/policy/machines/return/snooze";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import { awaitsGoods, isAwaited } from "@/lib/policy/machines/return/statuses";
import { LoseButton } from "../../_parcels/lose-button";
import { ParcelButton } from "../../_parcels/parcel-button";
import { SnoozedLine } from "../_marks/snoozed-line";
import { ChangedSince } from "../_presence/changed-since";
import { AskedCard } from "./_components/asked-card";
import { BuyerPageCard } from "./_components/buyer-page-card";
import { ClosedCard } from "./_components/closed-card";
import { talkTab } from "./_components/conversation";
import { ForwarderCard } from "./_components/forwarder-card";
import { KeepItemCard } from "./_components/keep-item-card";
import { MoneyCard } from "./_components/money-card";
import { Notices } from "./_components/notices";
import { OrderCard } from "./_components/order-card";
import { RelatedCard } from "./_components/related-card";
import { ReturnBar } from "./_components/return-bar";
import { ReturnHead } from "./_components/return-head";
import { TalkCard } from "./_components/talk-card";
import { OtherwiseSentence, TodoSentence } from "./_components/todo-sentence";
import { UndoRow } from "./_components/undo-row";
import { WaitingActs } from "./_components/waiting-acts";
import { QueueBar } from "./_queue/queue-bar";
import { QueueScope } from "./_queue/queue-scope";
import { actionViews } from "./action-views";
import { backLink } from "./back-link";
import { loadReturn } from "./load-return";

type Props = PageProps<"/returns/[returnId]">;

/** Of the address what a link within the page takes along. */
const queryOf = ({ from, show }: { from: string | string[] | undefined; show: string }): string =>
  `?${new URLSearchParams({ ...(typeof from === "string" ? { from } : {}), show })}`;

const load = async ({ params, searchParams }: Props) => {
  const [{ returnId }, { events }] = await Promise.all([params, searchParams]);
  return loadReturn(returnId, events === "all");
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [found, t, status] = await Promise.all([load(props), getTranslations("detail"), getTranslations("status")]);
  if (!found) return { title: t("notFound.title") };
  const { channel, reportedStatus, number, labelFetchedAt } = found.item;
  const word = statusWord(found.item.status, channel.marketplace, reportedStatus, labelFetchedAt !== null);
  return { title: t("title", { number: `R-${number}`, status: status(word) }) };
}

/** One return: what was asked, why the verdict is what it is, what is due, what happened, and what can be done now. */
async function ReturnPage(_: SellerCtx, props: Props) {
  const [found, { from, dialog, show, events: shownEvents }, t, tabs, printSizes] = await Promise.all([
    load(props),
    props.searchParams,
    getTranslations("detail"),
    getTranslations("returns.tabs"),
    readPrintSizes(),
  ]);
  if (!found) notFound();
  const { href, tab } = backLink(from);
  const { item, defaultAddress, permissions, now } = found;
  const hasAllEvents = shownEvents === "all";
  const { marketplace, mode, timeZone } = item.channel;
  const actions = actionViews({ moves: found.moves, status: item.status, permissions });
  const mayNote = permissions.includes("returns:note");
  const mayDecide = permissions.includes("returns:decide");
  const { undo, close } = byMove(actions);
  const awaitsMore = awaitsGoods({
    status: item.status,
    runs: item.deadlines.some(({ kind, state }) => state === "open" && isWayBack(kind)),
  });
  return (
    <QueueScope returnId={item.id} from={typeof from === "string" ? from : null}>
      <div className="max-md:pb-6 print:pb-0">
        <ReturnBar
          found={found}
          actions={actions}
          back={{ href, label: tabs(tab) }}
          queue={<QueueBar />}
          mayNote={mayNote}
          mayRefund={permissions.includes("refunds:make")}
          opensWith={typeof dialog === "string" ? dialog : null}
        />
        <div className="max-w-[74.5rem]">
          <ReturnHead
            found={found}
            user={found.user}
            team={permissions.includes("returns:assign") ? { user: found.user, members: item.members } : null}
          />
          {item.snooze && isAsleep(item.snooze.until, item.nextDueAt, now) && (
            <SnoozedLine
              item={{ id: item.id, name: `R-${item.number}` }}
              snooze={item.snooze}
              mayWake={permissions.includes("returns:decide")}
            />
          )}
          <ChangedSince returnId={item.id} lastMoveId={found.lastEventId} />
          <Notices found={found} permissions={permissions} />
          <CancelledOrder order={item.order} isDecided={!isUndecided(item.status)} className="mb-3" />
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
          <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-x-5">
            <div className="flex min-w-0 flex-col gap-3">
              <PolicyCard
                {...{ marketplace, mode, now }}
                todo={<TodoSentence found={found} />}
                after={<OtherwiseSentence found={found} />}
                undo={undo?.refusal === null && <UndoRow found={found} undo={undo} />}
                evaluation={item.evaluation}
                decisionVersion={item.decisionVersion}
                lines={item.lines.map(({ orderLineId, sku, title, reason, reasonLabels }) => {
                  return { orderLineId, name: shownText(sku ?? title ?? t("lines.untitled")), reason, reasonLabels };
                })}
              />
              <AskedCard item={item} />
              <TalkCard
                found={found}
                shown={talkTab(show, hasAllEvents)}
                tabHref={(to) => `${paths.returnDetail(item.id)}${queryOf({ from, show: to })}`}
                permissions={permissions}
                undo={undo}
              />
            </div>
            <div className="flex min-w-0 flex-col gap-3">
              <Card id="deadlines" title={t("deadlines.title")} isFlush>
                <DeadlineList {...{ mode, now }} status={item.status} deadlines={item.deadlines} zone={timeZone} />
                <WaitingActs
                  returnId={item.id}
                  mayRemind={mayDecide && found.moves.some(({ move, refusal }) => isReminder(move) && !refusal)}
                  mayExtend={mayDecide && found.moves.some(({ move, refusal }) => isExtension(move) && !refusal)}
                />
              </Card>
              <ClosedCard item={item} />
              {found.offer && <MoneyCard item={item} offer={found.offer} />}
              <OrderCard item={item} now={now} />
              <ParcelsCard
                parcels={item.parcels}
                now={now}
                add={awaitsMore && mayNote && <ParcelButton returnId={item.id} parcel={null} />}
                acts={(parcel) => (
                  <>
                    {isUnseen(parcel.status) && mayNote && <ParcelButton returnId={item.id} parcel={parcel} />}
                    {isStillComing(parcel.status) && permissions.includes("parcels:receive") && (
                      <LoseButton parcelId={parcel.id} tracking={parcel.tracking} />
                    )}
                  </>
                )}
              />
              <LabelCard
                item={item}
                defaultAddress={defaultAddress}
                fileHref={paths.file}
                printSizes={{ ...channelSizes(item.channel.country, found.channelLabels), ...printSizes }}
                now={now}
              />
              <BuyerPageCard
                returnId={item.id}
                labelFetchedAt={item.labelFetchedAt}
                isToFetch={
                  item.channel.programme === "free_return" && isAwaited(item.status) && item.labelFetchedAt === null
                }
                hasPage={item.hasBuyerPage}
                mayWrite={permissions.includes("returns:decide")}
              />
              <RelatedCard item={item} now={now} />
            </div>
          </div>
        </div>
      </div>
    </QueueScope>
  );
}

export default page({ needs: "returns:read", show: ReturnPage });
