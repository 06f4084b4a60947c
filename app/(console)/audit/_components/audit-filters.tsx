import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/i18n/paths";
import type { ActorKind } from "@/lib/policy/actor";
import { RETURN_EVENT_KINDS } from "@/lib/policy/events/return-event-kinds";
import { SELLER_EVENT_GROUPS, sellerEventGroups } from "@/lib/policy/events/seller-event-kinds";
import type { LoadedAudit } from "../load-audit";

/** Who acts beside the team; nobody has a key yet. */
const ASKED_KINDS = ["product", "buyer", "support"] as const satisfies readonly ActorKind[];

/** What, by whom, when; it works as a plain form, and the address keeps it. */
export function AuditFilters({ audit }: { audit: LoadedAudit }) {
  const t = useTranslations("audit");
  const { of, filter, members } = audit;
  const { kind: chosen, actor, from, to } = filter;
  return (
    <Form
      key={JSON.stringify([of, filter])}
      action={paths.audit}
      className="mb-4 grid items-end gap-3 md:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto_auto_auto]"
    >
      {audit.of === "shop" ? (
        <input type="hidden" name="of" value="shop" />
      ) : (
        <>
          <Field label={t("search")}>
            <Input name="q" type="search" maxLength={200} defaultValue={audit.filter.q ?? ""} />
          </Field>
          {audit.filter.importId && <input type="hidden" name="import" value={audit.filter.importId} />}
        </>
      )}
      <Field label={t("kind")}>
        <Select name="kind" defaultValue={chosen ?? ""}>
          <option value="">{t("anyKind")}</option>
          {of === "shop"
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
        <Select name="actor" defaultValue={actor ?? ""}>
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
        <Input name="from" type="date" defaultValue={from ?? ""} />
      </Field>
      <Field label={t("to")}>
        <Input name="to" type="date" defaultValue={to ?? ""} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {t("apply")}
        </Button>
        <LinkButton href={of === "shop" ? paths.shopAudit : paths.audit}>{t("clear")}</LinkButton>
      </div>
    </Form>
  );
}
