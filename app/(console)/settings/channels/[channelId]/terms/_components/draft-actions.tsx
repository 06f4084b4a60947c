"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { QueryScope } from "@/components/query-scope";
import { Button } from "@/components/ui/button";
import { lazily } from "@/components/ui/lazily";
import { notify } from "@/components/ui/notify";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { ok } from "@/lib/kernel/result";
import type { Terms } from "@/lib/policy/terms/terms";
import type { TermsVersion } from "@/lib/policy/terms/versions";
import { PreviewButton } from "../../_components/preview-button";
import { discardDraft } from "../actions";
import type { TermsChannel } from "./typed-terms";

const PublishDialog = lazily(async () => (await import("./publish-dialog")).PublishDialog);

type DraftActionsProps = {
  channel: TermsChannel;
  versions: TermsVersion[];
  /** Of the draft that is open; null: nothing was saved yet. */
  revision: number | null;
  terms: Terms;
  isDirty: boolean;
  isBelowFloor: boolean;
  save: () => Promise<number | null>;
  onRefused: (refusal: ActionRefusal) => void;
  /** The draft is no more: thrown away, or published and in force with these terms. */
  onGone: (terms?: Terms) => void;
};

/** What can be done with what is written: try it, publish it, throw it away. */
export function DraftActions(props: DraftActionsProps) {
  const { channel, versions, revision, terms, isDirty, isBelowFloor, save, onRefused, onGone } = props;
  const t = useTranslations("terms.draft");
  const [publishing, setPublishing] = useState<number | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const isEmpty = revision === null && !isDirty;

  const open = async () => setPublishing(isDirty || revision === null ? await save() : revision);
  const why = isEmpty ? t("nothing") : isBelowFloor ? t("belowFloor") : t("binds");
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <p id="publish-why" className="min-w-0 flex-1 basis-64 text-muted text-small max-md:basis-full">
        {why}
      </p>
      {revision !== null && (
        <Button variant="ghost" onClick={() => setIsAsking(true)}>
          {t("discard")}
        </Button>
      )}
      <QueryScope>
        <PreviewButton channelId={channel.id} terms={terms} isDisabled={isEmpty} />
      </QueryScope>
      <Button
        variant="primary"
        aria-describedby="publish-why"
        isDisabled={isEmpty || isBelowFloor}
        onClick={() => void open()}
      >
        {t("publish")}
      </Button>
      {publishing !== null && (
        <PublishDialog
          channel={channel}
          versions={versions}
          revision={publishing}
          terms={terms}
          onClose={() => setPublishing(null)}
          onRefused={(refusal) => {
            setPublishing(null);
            onRefused(refusal);
          }}
          onPublished={(next) => {
            setPublishing(null);
            onGone(next);
          }}
        />
      )}
      {revision !== null && (
        <FormDialog
          action={discardDraft}
          read={() => ok({ channelId: channel.id, seen: revision })}
          onDone={() => {
            setIsAsking(false);
            notify({ title: t("discarded"), tone: "success" });
            onGone();
          }}
          onRefused={(refusal) => {
            setIsAsking(false);
            onRefused(refusal);
            return true;
          }}
          isOpen={isAsking}
          onClose={() => setIsAsking(false)}
          title={t("discardTitle")}
          size="sm"
          cancel={t("keep")}
          submit={t("discard")}
          isDangerous
        >
          <p>{t("discardBody")}</p>
        </FormDialog>
      )}
    </div>
  );
}
