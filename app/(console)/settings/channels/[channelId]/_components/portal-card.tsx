"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form, SubmitButton } from "@/components/form/form";
import { FormCheckbox } from "@/components/form/form-checkbox";
import { FormField } from "@/components/form/form-problems";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import type { Portal } from "@/lib/channels/portals";
import { paths } from "@/lib/i18n/paths";
import { ok } from "@/lib/kernel/result";
import { savePortal } from "../../../actions";

type PortalCardProps = {
  channelId: string;
  portal: Portal;
  /** What the address begins with. */
  origin: string;
  /** Null where Homeward itself acts; else who has to allow it. */
  marketplace: string | null;
  isReadOnly: boolean;
};

/** Where the buyers of a store find their returns, and whether mails carry the link. */
export function PortalCard({ channelId, portal, origin, marketplace, isReadOnly }: PortalCardProps) {
  const t = useTranslations("settings.portal");
  const [slug, setSlug] = useState(portal.slug);
  const [isOn, setOn] = useState(portal.isOn);
  return (
    <Card id="portal" title={t("title")} className="mt-4 scroll-mt-4">
      <p className="mb-3 text-muted">{t("body")}</p>
      <Form
        action={savePortal}
        start={{ channelId }}
        read={() => ok({ channelId, slug, isOn })}
        onDone={(saved) => {
          setSlug(saved.slug);
          notify({ tone: "success", title: t("saved") });
        }}
        labels={{ slug: t("slug") }}
      >
        <fieldset disabled={isReadOnly} className="flex flex-col gap-3">
          <FormCheckbox
            name="isOn"
            label={t("isOn")}
            hint={t("isOnHint")}
            checked={isOn}
            onChange={(event) => setOn(event.target.checked)}
          />
          {marketplace && isOn && <Banner tone="attention">{t("mustAllow", { marketplace })}</Banner>}
          <FormField name="slug" hint={`${origin}${paths.portal(slug.trim().toLowerCase())}`} className="max-w-md">
            <Input
              value={slug}
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              onChange={(event) => setSlug(event.target.value)}
            />
          </FormField>
          {slug.trim().toLowerCase() !== portal.slug && <p className="text-muted text-small">{t("ends")}</p>}
          {!isReadOnly && (
            <SubmitButton variant="secondary" className="self-start">
              {t("save")}
            </SubmitButton>
          )}
        </fieldset>
      </Form>
    </Card>
  );
}
