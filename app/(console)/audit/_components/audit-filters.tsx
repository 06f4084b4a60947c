import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/i18n/paths";
import type { AuditView } from "@/lib/platform/audit/audit-view";
import type { ActorKind } from "@/lib/policy/actor";
import { RETURN_EVENT_KINDS } from "@/lib/policy/events/return-event-kinds";
import { SELLER_EVENT_GROUPS, sellerEventGroups } from "@/lib/policy/events/seller-event-kinds";

/** Who acts beside the team; nobody has a key yet. */
const ASKED_KINDS = ["product", "buyer", "support"] as const satisfies readonly ActorKind[];

type AuditFiltersProps = { view: AuditView; members: readonly { id: string; name: string }[] };

/** What, by whom, when; it works as a plain form, and the address keeps it. */
export function AuditFilters({ view, members }: AuditFiltersProps) {
  const t = useTranslations("audit");
  return (
    <Form
      key={JSON.stringify(view)}
      action={paths.audit}
      className="mb-4 grid items-end gap-3 md:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto_auto_auto]"
    >
      {view.of === "shop" && <input type="hidden" name="of" value="shop" />}
      {view.of === "returns" && (
        <Field label={t("search")}>
          <Input name="q" type="search" maxLength={200} defaultValue={view.q} />
        </Field>
      )}
      {view.import !== null && <input type="hidden" name="import" value={view.import} />}
      <Field label={t("kind")}>
        <Select name="kind" defaultValue={view.kind}>
          <option value="">{t("anyKind")}</option>
          {view.of === "shop"
            ? sellerEventGroups.map((group) => (
                <optgroup key={group} label={t(`shop.groups.${group}`)}>
                  <option value={group}>{t("shop.anyOf", { group: t(`shop.groups.${group}`) })}</option>
                  {SELLER_EVENT_GROUPS[group].map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`shop.kinds.${kind}`)}
                    </option>
                  ))}
                </optgroup>
              ))
            : RETURN_EVENT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kinds.${kind}`)}
                </option>
              ))}
        </Select>
      </Field>
      <Field label={t("actor")}>
        <Select name="actor" defaultValue={view.actor}>
          <option value="">{t("anybody")}</option>
          <optgroup label={t("team")}>
            {members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label={t("others")}>
            {ASKED_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`actors.${kind}`)}
              </option>
            ))}
          </optgroup>
        </Select>
      </Field>
      <Field label={t("from")}>
        <Input name="from" type="date" defaultValue={view.from} />
      </Field>
      <Field label={t("to")}>
        <Input name="to" type="date" defaultValue={view.to} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {t("apply")}
        </Button>
        <LinkButton href={view.of === "shop" ? paths.shopAudit : paths.audit}>{t("clear")}</LinkButton>
      </div>
    </Form>
  );
}
