"use client";

import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useAnnounce } from "@/components/ui/live-region";
import { Textarea } from "@/components/ui/textarea";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { useAction } from "@/components/use-action";
import { NOTE_AT_MOST } from "@/lib/policy/limits";
import { addNotes } from "../../actions";

/** A note for the seller's own team; what was typed stays until it is kept. */
export function NoteForm({ returnId }: { returnId: string }) {
  const t = useTranslations("timeline.note");
  const leaving = useTranslations("leaving");
  const words = useRefusalWords();
  const announce = useAnnounce();
  const { run, isRunning } = useAction(addNotes);
  const hintId = useId();
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  useLeaveGuard(text.trim() !== "", leaving("note"));
  const submit = async () => {
    if (isRunning || text.trim() === "") return;
    const answer = await run({ selection: { mode: "ids", ids: [returnId] }, text });
    if (!answer.ok) {
      setError(words(answer.refusal));
      return;
    }
    setText("");
    setError(undefined);
    announce(t("added"));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={t("title")} error={error}>
        <Textarea
          rows={2}
          value={text}
          maxLength={NOTE_AT_MOST}
          placeholder={t("placeholder")}
          aria-describedby={hintId}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <div className="mt-2 flex flex-wrap items-center justify-end gap-x-3 gap-y-1.5">
        <span
          id={hintId}
          className="me-auto inline-flex items-center gap-1 font-medium text-small text-tone-attention-fg"
        >
          <EyeOff aria-hidden size={14} />
          {t("onlyTeam")}
        </span>
        <span className="text-small text-subtle pointer-coarse:hidden">{t("hint")}</span>
        <Button type="submit" size="sm" isLoading={isRunning} isDisabled={text.trim() === ""}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}
