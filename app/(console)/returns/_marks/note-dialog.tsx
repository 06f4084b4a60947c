"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormCounted } from "@/components/form/form-problems";
import { judged } from "@/components/form/use-form";
import { notify } from "@/components/ui/notify";
import { textProblems } from "@/lib/kernel/field-problem";
import { NOTE_AT_MOST } from "@/lib/policy/limits";
import { addNotes } from "../actions";
import { type MarkDialogProps, saidOf } from "./marked";

/** The same note on each of the selected returns. */
export function NoteDialog({ marked, onClose }: MarkDialogProps) {
  const t = useTranslations("marks.note");
  const leaving = useTranslations("leaving");
  const [text, setText] = useState("");
  const said = saidOf(marked);
  return (
    <FormDialog
      action={addNotes}
      read={() =>
        judged({ selection: marked.selection, text: text.trim() }, (form) =>
          textProblems("text", form.text, NOTE_AT_MOST, true),
        )
      }
      onDone={({ count }) => {
        notify({ title: t("done", { ...said, count }), tone: "success" });
        onClose(true);
      }}
      onClose={() => onClose(false)}
      labels={{ text: t("label") }}
      title={t("title", said)}
      submit={t("submit")}
      size="sm"
      leaving={text.trim() === "" ? undefined : leaving("note")}
    >
      <FormCounted
        name="text"
        rows={4}
        hint={t("hint")}
        limit={NOTE_AT_MOST}
        count={text.length}
        value={text}
        onChange={(event) => setText(event.target.value)}
        isRequired
      />
    </FormDialog>
  );
}
