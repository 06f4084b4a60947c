import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { closeReasonLabel } from "@/lib/i18n/templates";
import type { BuyerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { isWayBack } from "@/lib/policy/clocks/deadlines";
import { buyerSteps } from "@/lib/policy/machines/return/buyer-steps";
import { awaitsGoods } from "@/lib/policy/machines/return/statuses";
import { findBuyerReturn } from "@/lib/portal/find-buyer-return";
import { correctable } from "@/lib/portal/say-tracking";
import { isOurs, labelOf, standingOf } from "@/lib/portal/standing-of";
import { PortalBlock, PortalFrame } from "../_components/portal-frame";
import { ItemBlock } from "./_components/item-block";
import { LabelBlock } from "./_components/label-block";
import { ParcelBlock } from "./_components/parcel-block";
import { StateSentence } from "./_components/state-sentence";
import { StepList } from "./_components/step-list";
import { TrackingBlock, type Typed } from "./_components/tracking-block";

type Props = PageProps<"/r/[portal]/[number]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("title") };
}

/** The one page of a buyer: where their return stands, its label, its parcel, and what goes back. */
async function BuyerPage({ db, now, sellerId, returnId, portal }: BuyerCtx, { searchParams }: Props) {
  const [found, asked] = await Promise.all([findBuyerReturn(db, { sellerId, returnId }), searchParams]);
  if (!found) notFound();
  const locale = await getLocale();
  const { number, channel, closeReason, isCloseReasonHidden, closeReasonLabels, parcels } = found;
  const { timeZone } = channel;
  const state = standingOf(found, now);
  const steps = buyerSteps(state, {
    ...found,
    requestedAt: new Date(`${found.requestedOn}T12:00:00Z`),
    isFree: channel.programme === "free_return",
  });
  const reason =
    state.code === "closed" && closeReason && !isCloseReasonHidden
      ? closeReasonLabel(closeReason, locale, closeReasonLabels)
      : null;
  const hasSent = parcels.length > 0;
  const isToFetch = isOurs(labelOf(found)) && found.labelFetchedAt === null && !hasSent;
  const text = (name: keyof Typed) => (typeof asked[name] === "string" ? { [name]: asked[name] } : {});
  const typed: Typed = { ...text("why"), ...text("tracking"), ...text("carrier"), ...text("said") };
  return (
    <PortalFrame portal={portal} shopName={channel.name} number={number}>
      <StateSentence {...{ number, state, reason, timeZone, now }} />
      <LabelBlock found={found} portal={portal} isNext={isToFetch} />
      <ParcelBlock {...{ parcels, timeZone, now }} />
      {awaitsGoods({ status: found.status, runs: found.clocks.some(({ kind }) => isWayBack(kind)) }) && (
        <TrackingBlock {...{ portal, number, typed }} parcel={correctable(parcels)} isNext={!isToFetch && !hasSent} />
      )}
      <PortalBlock>
        <StepList {...{ steps, timeZone, now }} />
      </PortalBlock>
      <ItemBlock lines={found.lines} order={found.order} />
    </PortalFrame>
  );
}

export default page({ needs: { buyer: "return" }, show: BuyerPage });
