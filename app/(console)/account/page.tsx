import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/session";
import { PasswordForm } from "./_components/password-form";

export async function generateMetadata() {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const { user, seller, role } = await requireSession();
  const [t, roles] = await Promise.all([getTranslations("account"), getTranslations("roles")]);
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
        <Card title={t("changePassword")}>
          <PasswordForm email={user.email} />
        </Card>
      </div>
    </div>
  );
}
