"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fetchAnswer } from "@/components/fetch-answer";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { judged } from "@/components/form/use-form";
import { QueryScope } from "@/components/query-scope";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { Segmented } from "@/components/ui/segmented";
import { plainTag, tagKey } from "@/lib/kernel/search-key";
import { TAG_AT_MOST } from "@/lib/policy/limits";
import type { Tag } from "@/lib/returns/tag-returns";
import { LoadFailure } from "../_dialogs/load-failure";
import { LoadingBody } from "../_dialogs/loading-body";
import { tagReturns } from "../actions";
import { type MarkDialogProps, saidOf } from "./marked";

type TagDialogProps = MarkDialogProps & {
  /** What the one return bears now; null of many, which get some or lose some. */
  own: readonly string[] | null;
};

/** Which tags one return bears, or which ones many get or lose. */
export const TagDialog = (props: TagDialogProps) => (
  <QueryScope>
    <Tags {...props} />
  </QueryScope>
);

function Tags({ marked, own, onClose }: TagDialogProps) {
  const t = useTranslations("marks.tags");
  const query = useQuery({
    queryKey: ["tags"],
    queryFn: ({ signal }) => fetchAnswer<{ tags: Tag[] }>("/api/tags", { signal }),
  });
  const [mode, setMode] = useState<"add" | "remove">("add");
  const [picked, setPicked] = useState<readonly string[]>(own ?? []);
  const [typed, setTyped] = useState("");
  const said = saidOf(marked);
  const fresh = plainTag(typed);
  const isAdding = own !== null || mode === "add";
  const chosen = isAdding && fresh !== "" ? [...picked, fresh] : picked;
  const has = (some: readonly string[], name: string) => some.some((one) => tagKey(one) === tagKey(name));
  const add = isAdding ? chosen.filter((name) => !has(own ?? [], name)) : [];
  const remove = own ? own.filter((name) => !has(chosen, name)) : isAdding ? [] : [...picked];
  const names = query.data?.tags.map(({ name }) => name) ?? [];
  return (
    <FormDialog
      action={tagReturns}
      read={() =>
        judged({ selection: marked.selection, add, remove }, () => [
          ...(fresh.length > TAG_AT_MOST ? [{ path: "name", code: "too_long" as const }] : []),
          ...(own === null && add.length + remove.length === 0 ? [{ path: "name", code: "required" as const }] : []),
        ])
      }
      onDone={({ count }) => {
        notify({ title: t("done", { ...said, count }), tone: "success" });
        onClose(true);
      }}
      onClose={() => onClose(false)}
      labels={{ name: isAdding ? t("new") : t("some") }}
      title={t("title", said)}
      submit={t("submit")}
      isReady={query.isSuccess}
      size="sm"
    >
      {query.isPending && <LoadingBody />}
      {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && (
        <div className="flex flex-col gap-4">
          {own === null && (
            <Segmented
              label={t("mode")}
              value={mode}
              onChange={setMode}
              segments={[
                { value: "add", label: t("add") },
                { value: "remove", label: t("remove") },
              ]}
            />
          )}
          {isAdding && (
            <FormField name="name" isOptional hint={names.length === 0 ? t("none") : undefined}>
              <Input
                value={typed}
                maxLength={TAG_AT_MOST}
                dir="auto"
                onChange={(event) => setTyped(event.target.value)}
              />
            </FormField>
          )}
          {names.length > 0 && (
            <fieldset>
              <legend className="mb-1.5 font-medium">{t("some")}</legend>
              <div className="flex max-h-56 flex-wrap gap-x-5 gap-y-1.5 overflow-y-auto">
                {names.map((name) => (
                  <Checkbox
                    key={name}
                    label={<bdi>{name}</bdi>}
                    checked={has(picked, name)}
                    onChange={({ target }) =>
                      setPicked(
                        target.checked ? [...picked, name] : picked.filter((one) => tagKey(one) !== tagKey(name)),
                      )
                    }
                  />
                ))}
              </div>
            </fieldset>
          )}
        </div>
      )}
    </FormDialog>
  );
}
