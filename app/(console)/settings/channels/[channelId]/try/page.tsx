import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listChannelRules } from "@/lib/channels/channel-rules";
import { paths } from "@/lib/i18n/paths";
import { todayIn } from "@/lib/kernel/calendar";
import { isId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { reasonChoices } from "@/lib/policy/judging/fault";
import { inForce } from "@/lib/policy/terms/versions";
import { listReasons } from "@/lib/reasons/reasons";
import { findChannelTerms } from "@/lib/terms/terms-rows";
import { SettingsFrame } from "../../../_components/settings-frame";
import { ChannelTabs } from "../_components/channel-tabs";
import { TryIt } from "./_components/try-it";

type Props = PageProps<"/settings/channels/[channelId]/try">;

export async function generateMetadata() {
  return { title: (await getTranslations("tryIt"))("pageTitle") };
}

/** A past return or a made-up case, judged by the terms in force and by the draft beside them. */
async function TryPage({ session: { seller } }: SellerCtx, { params, searchParams }: Props) {
  const { channelId } = await params;
  const asked = (await searchParams).return;
  const found = isId(channelId)
    ? await withSeller(db, seller.id, async (tx) => {
        const [rules] = await listChannelRules(tx, seller.id, [channelId]);
        if (!rules) return null;
        const reasons = reasonChoices(await listReasons(tx, seller.id, "return"));
        return { rules, reasons, draft: (await findChannelTerms(tx, seller.id, channelId))?.draft ?? null };
      })
    : null;
  if (!found) notFound();
  const t = await getTranslations("tryIt");
  const { rules, reasons, draft } = found;
  const { versions, current, name, ...channel } = rules;
  const today = todayIn(new Date(), channel.timeZone);
  const { terms, version } = inForce(versions, today);
  return (
    <>
      <PageHeader
        back={{ href: paths.settingsChannel(channelId), label: name }}
        title={t("pageTitle")}
        summary={t("summary")}
      />
      <SettingsFrame section="channels" isReadOnly={false} marketplace={channel.marketplace}>
        <ChannelTabs channelId={channelId} current="try" />
        <TryIt
          channel={{ ...channel, isAutomationPaused: false }}
          terms={terms}
          version={version}
          draft={draft?.terms ?? null}
          operation={current.operation}
          reasons={reasons}
          today={today}
          asked={typeof asked === "string" ? asked : null}
        />
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: TryPage });
