import { useTranslations } from "next-intl";
import { RoleSentences } from "@/components/team/role-sentences";
import { Card } from "@/components/ui/card";
import { ROLES } from "@/lib/policy/permissions";

/** What each role may do, in the sentences of the very permissions that are asked for. */
export function RoleCard() {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  return (
    <Card title={t("roles")}>
      <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
        {ROLES.map((role) => (
          <section key={role}>
            <h3 className="mb-1.5 font-semibold">{roles(role)}</h3>
            <RoleSentences role={role} />
          </section>
        ))}
      </div>
    </Card>
  );
}
