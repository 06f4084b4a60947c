"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { SaveBar } from "@/components/ui/save-bar";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { FormProblems, type Naming } from "./form-problems";
import { CameDone, CameTyped, PostedBeside, postedBy } from "./posted-parts";
import { type NativePost, type PostedAct, useNativePost } from "./use-form";

type SavedFormProps = Naming & {
  action: PostedAct;
  /** The act's input as it would be sent now. */
  start: unknown;
  refusal: ActionRefusal | null;
  isReadOnly: boolean;
  bar: ComponentProps<typeof SaveBar>;
  children: ReactNode;
};

/** What a page saves as a whole: its bar does, and where no script runs a button that the browser has anyway. */
export function SavedForm({ action, start, refusal, isReadOnly, bar, children, ...naming }: SavedFormProps) {
  const t = useTranslations("common");
  const native: NativePost = { ...useNativePost(action), isHeld: true };
  return (
    <form
      {...postedBy(native)}
      noValidate
      onSubmit={(event) => {
        // What a dialog of the page sends comes by here too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        if (bar.isDirty && !bar.isSaving) bar.onSave();
      }}
    >
      <FormProblems refusal={refusal ?? native.came.refusal} {...naming}>
        <PostedBeside start={start} />
        <CameDone came={native.came} />
        <CameTyped native={native}>{children}</CameTyped>
        <SaveBar {...bar} />
        {!isReadOnly && (
          <noscript>
            <Button type="submit" variant="primary" className="mt-4">
              {t("save")}
            </Button>
          </noscript>
        )}
      </FormProblems>
    </form>
  );
}
