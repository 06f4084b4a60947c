import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { Card } from "@/components/ui/card";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { db } from "@/db";
import { withUser } from "@/db/tenant";
import { paths } from "@/lib/i18n/paths";
import { ACCOUNT_EVENT_LIST, ACCOUNT_EVENTS } from "@/lib/platform/audit/account-events";
import type { SessionCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { findMailLanguage } from "@/lib/team/people";
import { AccountEvents } from "./_components/account-events";
import { LanguageForm } from "./_components/language-form";
import { PasswordForm } from "./_components/password-form";
import { PreferencesFields } from "./_components/preferences-fields";

export async function generateMetadata() {
  return { title: (await getTranslations("account"))("title") };
}

async function AccountPage({ session: { user, seller, role } }: SessionCtx, { searchParams }: PageProps<"/account">) {
  const view = ACCOUNT_EVENTS.read(await searchParams);
  const [t, preferences, roles, locale, events] = await Promise.all([
    getTranslations("account"),
    getTranslations("preferences"),
    getTranslations("roles"),
    findMailLanguage(db, user.id),
    withUser(db, user.id, (tx) => ACCOUNT_EVENT_LIST.page(tx, { userId: user.id }, view)),
  ]);
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("title")} />
      <div className="flex flex-col gap-4">
        <Card title={t("you")}>
          <KeyValues
            items={[
              { key: "name", label: t("name"), value: user.name },
              { key: "email", label: t("email"), value: user.email },
              { key: "seller", label: t("seller"), value: seller?.name ?? t("noSeller") },
              ...(role ? [{ key: "role", label: t("role"), value: roles(role) }] : []),
            ]}
          />
        </Card>
        <Card title={preferences("title")}>
          <PreferencesFields />
        </Card>
        <Card title={t("mailLanguage")}>
          <LanguageForm saved={locale} />
        </Card>
        <Card title={t("changePassword")}>
          <PasswordForm email={user.email} />
        </Card>
        <Card title={t("events.title")} aside={<ExportLink hasPeople={false} href={paths.accountCsv} />}>
          <AccountEvents rows={events.rows} />
          <Pagination summary={t("events.order")} {...ACCOUNT_EVENTS.links(paths.account, view, events)} />
        </Card>
      </div>
    </div>
  );
}

export default page({ needs: "session", show: AccountPage });
