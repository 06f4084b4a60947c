"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { withSignIn } from "@/components/signed-out-gate";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FileDrop } from "@/components/ui/file-drop";
import type { ActionAnswer } from "@/lib/kernel/action-answer";

type Word = "title" | "choose" | "another" | "hint" | "columns" | "running";

type UploadDialogProps<Value> = {
  words: (word: Word) => string;
  accept: string;
  urlOf: (file: File) => string;
  /** What a taken file came to, in one sentence, and all of it. */
  done: (value: Value) => string;
  onDone: (value: Value) => void;
  onClose: () => void;
  children: (value: Value, file: File) => ReactNode;
};

/** The choice of a file: it is taken at once, and what became of it is told below. */
export function UploadDialog<Value>(props: UploadDialogProps<Value>) {
  const { words, accept, urlOf, done, onDone, onClose, children } = props;
  const common = useTranslations("common");
  const refusalWords = useRefusalWords();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<ActionAnswer<Value> | null>(null);
  const isRunning = file !== null && answer === null;
  const send = async (chosen: File) => {
    setFile(chosen);
    setAnswer(null);
    const got = await withSignIn(() => post<Value>(urlOf(chosen), chosen));
    setAnswer(got);
    if (got.ok) onDone(got.value);
  };
  const close = () => {
    if (isRunning) return;
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={close}
      title={words("title")}
      size="lg"
      status={isRunning ? words("running") : answer?.ok ? done(answer.value) : undefined}
      footer={<Button onClick={close}>{common("close")}</Button>}
    >
      <FileDrop
        label={answer?.ok ? words("another") : words("choose")}
        hint={words("hint")}
        accept={accept}
        isDisabled={isRunning}
        error={answer && !answer.ok ? refusalWords(answer.refusal) : undefined}
        onFiles={([chosen]) => chosen && void send(chosen)}
      />
      {answer?.ok && file && children(answer.value, file)}
      {!answer && <p className="mt-4 whitespace-pre-line text-muted text-small">{words("columns")}</p>}
    </Dialog>
  );
}

async function post<Value>(url: string, file: File): Promise<ActionAnswer<Value>> {
  try {
    const response = await fetch(url, { method: "POST", body: file });
    return (await response.json()) as ActionAnswer<Value>;
  } catch {
    return { ok: false, refusal: { code: "unreachable" } };
  }
}
