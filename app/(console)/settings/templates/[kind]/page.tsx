import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { paths } from "@/lib/i18n/paths";
import { canonicalLanguage, languagesWith } from "@/lib/kernel/buyer-languages";
import { editedTemplate } from "@/lib/messages/template-preview";
import { listWrittenTemplates } from "@/lib/messages/template-rows";
import { findTemplateSample } from "@/lib/messages/template-sample";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { type MergedReason, mergedReasons } from "@/lib/policy/judging/own-reasons";
import { TEMPLATE_KINDS, TEMPLATE_SLUGS, type TemplateKind } from "@/lib/policy/messages/message";
import { templateReasons } from "@/lib/policy/messages/template-texts";
import { listReasons } from "@/lib/reasons/reasons";
import { SettingsFrame } from "../../_components/settings-frame";
import { useReasonName } from "../use-reason-name";
import { TemplateEditor } from "./_components/template-editor";

type ReasonNameProps = { kind: TemplateKind; reason: string; closeReasons: readonly MergedReason[] };

/** What the text is for, in words. */
const ReasonName = ({ kind, reason, closeReasons }: ReasonNameProps) => useReasonName(closeReasons)(kind, reason);

const kindOf = (slug: string): TemplateKind | null =>
  TEMPLATE_KINDS.find((kind) => TEMPLATE_SLUGS[kind] === slug) ?? null;

/** The reason that an address names; none at all is whatever the reason. */
const reasonOf = (
  kind: TemplateKind,
  asked: string | string[] | undefined,
  closeReasons: readonly string[],
): string | null => templateReasons(kind, closeReasons).find((reason) => reason === (asked ?? "")) ?? null;

type Props = PageProps<"/settings/templates/[kind]">;

export async function generateMetadata() {
  return { title: (await getTranslations("templates"))("title") };
}

/** One text to buyers in every language, with what it looks like for one of the seller's returns. */
async function TemplatePage({ session: { seller, permissions } }: SellerCtx, { params, searchParams }: Props) {
  const [{ kind: slug }, query] = await Promise.all([params, searchParams]);
  const kind = kindOf(slug);
  const [own, sample, rows] = await withSeller(db, seller.id, (tx) =>
    Promise.all([
      listWrittenTemplates(tx, seller.id),
      findTemplateSample(tx, seller.id),
      listReasons(tx, seller.id, "close"),
    ]),
  );
  const closeReasons = mergedReasons(rows, "close");
  const codes = closeReasons.map(({ code }) => code);
  const reason = kind && reasonOf(kind, query.reason, codes);
  if (kind === null || reason === null) notFound();
  const labels = closeReasons.find(({ code }) => code === reason)?.labels ?? null;
  const added = typeof query.language === "string" ? canonicalLanguage(query.language) : null;
  const languages = languagesWith([...own.map(({ locale }) => locale), ...(added ? [added] : [])]);
  const t = await getTranslations("templates");
  const isReadOnly = !permissions.includes("settings:write");
  return (
    <>
      <PageHeader
        back={{ href: paths.templates, label: t("title") }}
        title={t(`kind.${TEMPLATE_SLUGS[kind]}.title`)}
        summary={<ReasonName kind={kind} reason={reason} closeReasons={closeReasons} />}
      />
      <SettingsFrame section="templates" isReadOnly={isReadOnly}>
        <TemplateEditor
          key={added}
          kind={kind}
          reason={reason}
          isReadOnly={isReadOnly}
          startLanguage={added}
          sampleNumber={sample && `R-${sample.number}`}
          texts={languages.map((locale) =>
            editedTemplate({ kind, locale, reason }, { own, sample, labels, now: new Date() }),
          )}
        />
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: TemplatePage });
