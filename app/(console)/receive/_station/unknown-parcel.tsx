"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { refusalIn } from "@/components/fetch-answer";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { sendPhoto } from "./send-photo";

type UnknownParcelProps = {
  sellerId: string;
  scanned: string;
  onPark: (parcel: { scanned: string; note: string | null; photoIds: string[] }) => void;
  onClose: () => void;
};

/** A parcel that nothing was found for: what stands on it, a note and a picture, and it waits under Unidentified. */
export function UnknownParcel({ sellerId, scanned, onPark, onClose }: UnknownParcelProps) {
  const t = useTranslations("receive.unknown");
  const common = useTranslations("common");
  const refusalWords = useRefusalWords();
  const [text, setText] = useState(scanned);
  const [note, setNote] = useState("");
  const [photo, setPhoto] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return setProblem(t("textNeeded"));
    setSending(true);
    try {
      const photoIds = photo ? [(await sendPhoto(sellerId, photo)).id] : [];
      onPark({ scanned: text.trim(), note: note.trim() || null, photoIds });
    } catch (error) {
      setProblem(refusalWords(refusalIn(error)));
      setSending(false);
    }
  };
  return (
    <Dialog
      isOpen
      size="sm"
      title={t("title")}
      description={t("body")}
      onClose={onClose}
      onSubmit={(event) => void send(event)}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" variant="primary" isLoading={isSending}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("text")} {...(problem && { error: problem })}>
          <Input value={text} maxLength={200} onChange={({ target }) => setText(target.value)} />
        </Field>
        <Field label={t("note")}>
          <Textarea rows={3} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />
        </Field>
        <label className="flex flex-col gap-1.5 font-medium text-small">
          {t("photo")}
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            capture="environment"
            className="font-normal"
            onChange={({ target }) => setPhoto(target.files?.[0] ?? null)}
          />
        </label>
      </div>
    </Dialog>
  );
}
