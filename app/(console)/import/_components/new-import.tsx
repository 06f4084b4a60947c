"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileDrop } from "@/components/ui/file-drop";
import { Progress } from "@/components/ui/progress";
import { Select } from "@/components/ui/select";
import type { ImportChannel } from "@/lib/imports/imports";
import { ChosenFiles } from "./chosen-files";
import { ExampleFiles } from "./example-files";
import { type UploadFailure, useUpload } from "./use-upload";

const MEGABYTE = 1024 * 1024;

type NewImportProps = {
  sellerId: string;
  channels: readonly ImportChannel[];
  limits: { maxBytes: number; maxFiles: number };
};

/** Chooses a channel and report files, uploads them, and has them checked. */
export function NewImport({ sellerId, channels, limits }: NewImportProps) {
  const t = useTranslations("import");
  const { send, sending, failure, clearFailure } = useUpload(sellerId);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [error, setError] = useState<string>();
  const size = Math.round(limits.maxBytes / MEGABYTE);

  const add = (more: readonly File[]) => {
    clearFailure();
    setError(undefined);
    setFiles((known) => [...known, ...more.filter((file) => !known.some((have) => isSameFile(have, file)))]);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    if (files.length === 0) return setError(t("needFiles"));
    if (files.length > limits.maxFiles) return setError(t("tooMany", { max: limits.maxFiles }));
    const channelId = new FormData(event.currentTarget).get("channel");
    if (typeof channelId === "string") void send(channelId, files);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {failure && <UploadFailed failure={failure} />}
      <Field label={t("channel")} hint={t("channelHint")} className="max-w-sm">
        <Select name="channel">
          {channels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <FileDrop
        label={t("files")}
        hint={t("filesHint", { max: limits.maxFiles, size })}
        error={error}
        isMultiple
        isDisabled={sending !== null}
        onFiles={add}
      />
      <ExampleFiles />
      <ChosenFiles
        files={files}
        isDisabled={sending !== null}
        onRemove={(gone) => setFiles((known) => known.filter((file) => file !== gone))}
      />
      {sending ? (
        <Progress
          label={t("uploading", { name: sending.name })}
          value={sending.bytesDone}
          max={sending.bytesTotal}
          text={t("uploadProgress", { percent: percentOf(sending) })}
        />
      ) : null}
      <div>
        <Button type="submit" variant="primary" isLoading={sending !== null}>
          {t("check", { count: files.length })}
        </Button>
      </div>
    </form>
  );
}

const isSameFile = (a: File, b: File): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

const percentOf = ({ bytesDone, bytesTotal }: { bytesDone: number; bytesTotal: number }): number =>
  bytesTotal === 0 ? 0 : Math.min(100, Math.floor((bytesDone / bytesTotal) * 100));

function UploadFailed({ failure: { name, refusal } }: { failure: UploadFailure }) {
  const t = useTranslations("import");
  const refusalText = useRefusalWords();
  return (
    <Banner tone="critical" role="alert" title={name === null ? undefined : t("uploadFailed", { name })}>
      {refusalText(refusal)}
    </Banner>
  );
}
