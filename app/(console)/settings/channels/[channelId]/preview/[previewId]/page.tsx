import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { QueryScope } from "@/components/query-scope";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { paths } from "@/lib/i18n/paths";
import { isId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { countsOf } from "@/lib/policy/judging/impact";
import { PREVIEW_CHANGE_LIST, PREVIEW_CHANGES } from "@/lib/terms/preview-changes";
import { findPreview } from "@/lib/terms/previews";
import { SettingsFrame } from "../../../../_components/settings-frame";
import { ChangeList } from "./_components/change-list";
import { FollowPreview } from "./_components/follow-preview";
import { KindBar } from "./_components/kind-bar";

type Props = PageProps<"/settings/channels/[channelId]/preview/[previewId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("preview.list"))("pageTitle") };
}

/** What a preview found: the sums, and which requests would have gone another way. */
async function PreviewPage({ session: { seller, permissions } }: SellerCtx, { params, searchParams }: Props) {
  const { channelId, previewId } = await params;
  const view = PREVIEW_CHANGES.read(await searchParams);
  const found = isId(previewId)
    ? await withSeller(db, seller.id, async (tx) => {
        const preview = await findPreview(tx, seller.id, previewId);
        if (preview?.channelId !== channelId) return null;
        return { preview, changes: await PREVIEW_CHANGE_LIST.page(tx, { sellerId: seller.id, previewId }, view) };
      })
    : null;
  if (!found) notFound();
  const { preview, changes } = found;
  const { kind } = view.filter;
  const { impact } = preview;
  const t = await getTranslations("preview.list");
  return (
    <>
      <PageHeader
        back={{ href: paths.channelTerms(channelId), label: t("back") }}
        title={t("pageTitle")}
        summary={t.rich("summary", {
          channel: preview.channelName,
          when: () => <Time at={preview.createdAt} style="ago" />,
        })}
      />
      <SettingsFrame
        section="channels"
        isReadOnly={!permissions.includes("settings:write")}
        marketplace={preview.marketplace}
      >
        <Card className="mb-4">
          <QueryScope>
            <FollowPreview preview={preview} />
          </QueryScope>
        </Card>
        {impact && impact.changed > 0 && (
          <>
            <KindBar impact={impact} kind={kind} preview={preview} />
            <ChangeList
              found={changes}
              view={view}
              count={kind ? countsOf(impact)[kind] : impact.changed}
              preview={preview}
            />
          </>
        )}
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: PreviewPage });
