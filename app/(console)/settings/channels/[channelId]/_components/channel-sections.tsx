"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { SectionLinks } from "@/components/ui/section-links";
import { Textarea } from "@/components/ui/textarea";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import { REACH } from "@/lib/policy/reach";
import { AddressRules } from "./address-rules";
import type { ChannelPart } from "./channel-draft";
import { CountryTable } from "./country-table";
import { DeadlineFields } from "./deadline-fields";
import { FactsFields } from "./facts-fields";
import { InstructionsFields } from "./instructions-fields";
import { LabelFields } from "./label-fields";
import { MailFields } from "./mail-fields";
import { RmaFields } from "./rma-fields";
import type { SectionProps } from "./section-props";
import { UndoFields } from "./undo-fields";

const ALWAYS: ChannelPart[] = ["facts", "deadlines", "undo", "mail", "replyTo", "instructions"];
const RMA: ChannelPart[] = ["rma"];
const FREE: ChannelPart[] = ["countries"];
const FULFILLED: ChannelPart[] = ["addressRules", "exemptions"];

/** The parts of a channel's overview, each a card with one question. */
export function ChannelSections(props: SectionProps) {
  const { channel, draft, set } = props;
  const { carriesOut } = REACH[channel.mode];
  const t = useTranslations("settings");
  const isFree = draft.facts.programme === "free_return";
  const hasRma = bearsRma(channel.marketplace);
  const parts: ChannelPart[] = [...ALWAYS, ...(hasRma ? RMA : []), "labels", ...(isFree ? FREE : FULFILLED)];
  const titleOf = (part: ChannelPart) => t(`parts.${part}`);
  const card = (part: ChannelPart) => ({ id: part, title: titleOf(part), className: "scroll-mt-4" });
  return (
    <>
      <SectionLinks label={t("sectionsOfPage")} sections={parts.map((id) => ({ id, title: titleOf(id) }))} />
      <Card {...card("facts")}>
        <FactsFields {...props} />
      </Card>
      <Card {...card("deadlines")}>
        <DeadlineFields {...props} />
      </Card>
      <Card {...card("undo")}>
        <UndoFields
          carriesOut={carriesOut}
          value={draft.undoSeconds}
          onChange={(undoSeconds) => set({ undoSeconds })}
        />
      </Card>
      <Card {...card("mail")}>
        {carriesOut ? (
          <MailFields
            isOn={draft.requestMail.isOn}
            hasLinks={draft.requestMail.hasLinks}
            onChange={(change) => set({ requestMail: { ...draft.requestMail, ...change } })}
          />
        ) : (
          <p className="text-muted">{t("mail.mirrored")}</p>
        )}
      </Card>
      <Card {...card("replyTo")}>
        {carriesOut ? (
          <FormField name="replyTo" hint={t("replyTo.hint")} isOptional className="max-w-md">
            <Input
              type="email"
              autoComplete="off"
              value={draft.replyTo}
              onChange={(event) => set({ replyTo: event.target.value })}
            />
          </FormField>
        ) : (
          <p className="text-muted">{t("replyTo.mirrored")}</p>
        )}
      </Card>
      <Card {...card("instructions")}>
        <InstructionsFields
          value={draft.instructions}
          hint={t(carriesOut ? "instructions.hint" : "instructions.hintMirrored")}
          onChange={(instructions) => set({ instructions })}
        />
      </Card>
      {hasRma && (
        <Card {...card("rma")}>
          <RmaFields {...props} />
        </Card>
      )}
      <Card {...card("labels")}>
        <LabelFields {...props} />
      </Card>
      {!isFree && (
        <Card {...card("addressRules")}>
          <AddressRules {...props} />
        </Card>
      )}
      {!isFree && (
        <Card {...card("exemptions")}>
          <FormField name="operation.exemptions.categories" hint={t("exemptions.hint")} isOptional>
            <Textarea
              rows={3}
              value={draft.exemptCategories}
              onChange={(event) => set({ exemptCategories: event.target.value })}
            />
          </FormField>
        </Card>
      )}
      {isFree && (
        <Card {...card("countries")}>
          <CountryTable {...props} />
        </Card>
      )}
    </>
  );
}
