"use client";

import { useTranslations } from "next-intl";
import { NamedField } from "@/components/refused-form";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { AddressRules } from "./address-rules";
import { CalendarFields } from "./calendar-fields";
import { CountryTable } from "./country-table";
import { DeadlineFields } from "./deadline-fields";
import { FactsFields } from "./facts-fields";
import { LabelFields } from "./label-fields";
import { MailFields } from "./mail-fields";
import { RmaFields } from "./rma-fields";
import type { SectionProps } from "./section-props";
import { UndoFields } from "./undo-fields";

/** The parts of a channel's overview, each a card with one question. */
export function ChannelSections(props: SectionProps) {
  const { channel, draft, set } = props;
  const { isManaged } = channel;
  const t = useTranslations("settings");
  const isFree = draft.facts.programme === "free_return";
  return (
    <>
      <Card title={t("parts.facts")}>
        <FactsFields {...props} />
      </Card>
      <Card title={t("parts.deadlines")}>
        <DeadlineFields {...props} />
      </Card>
      <Card title={t("parts.calendar")}>
        <CalendarFields {...props} />
      </Card>
      <Card title={t("undo.title")}>
        <UndoFields isManaged={isManaged} value={draft.undoSeconds} onChange={(undoSeconds) => set({ undoSeconds })} />
      </Card>
      <Card title={t("mail.title")}>
        {isManaged ? (
          <MailFields
            isOn={draft.requestMail.isOn}
            hasLinks={draft.requestMail.hasLinks}
            onChange={(change) => set({ requestMail: { ...draft.requestMail, ...change } })}
          />
        ) : (
          <p className="text-muted">{t("mail.mirrored")}</p>
        )}
      </Card>
      <Card title={t("replyTo.title")}>
        {isManaged ? (
          <NamedField name="replyTo" hint={t("replyTo.hint")} isOptional className="max-w-md">
            <Input
              type="email"
              autoComplete="off"
              value={draft.replyTo}
              onChange={(event) => set({ replyTo: event.target.value })}
            />
          </NamedField>
        ) : (
          <p className="text-muted">{t("replyTo.mirrored")}</p>
        )}
      </Card>
      <Card title={t("instructions.title")}>
        <NamedField
          name="operation.instructions"
          hint={t(isManaged ? "instructions.hint" : "instructions.hintMirrored")}
          isOptional
        >
          <Textarea
            rows={4}
            dir="auto"
            value={draft.instructions}
            onChange={(event) => set({ instructions: event.target.value })}
          />
        </NamedField>
      </Card>
      <Card title={t("parts.rma")}>
        <RmaFields {...props} />
      </Card>
      <Card title={t("parts.labels")}>
        <LabelFields {...props} />
      </Card>
      {!isFree && (
        <Card title={t("parts.addressRules")}>
          <AddressRules {...props} />
        </Card>
      )}
      {!isFree && (
        <Card title={t("parts.exemptions")}>
          <NamedField name="operation.exemptions.categories" hint={t("exemptions.hint")} isOptional>
            <Textarea
              rows={3}
              value={draft.exemptCategories}
              onChange={(event) => set({ exemptCategories: event.target.value })}
            />
          </NamedField>
        </Card>
      )}
      {isFree && (
        <Card title={t("parts.countries")}>
          <CountryTable {...props} />
        </Card>
      )}
    </>
  );
}
