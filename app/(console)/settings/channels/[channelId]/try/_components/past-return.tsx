"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { fetchAnswer, refusalIn } from "@/components/fetch-answer";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { PolicyCase } from "@/lib/terms/find-case";

type PastReturnProps = { channelId: string; asked: string | null; onFound: (found: PolicyCase | null) => void };

/** Finds a return of the channel by one of its numbers. */
export function PastReturn({ channelId, asked, onFound }: PastReturnProps) {
  const t = useTranslations("tryIt");
  const refusalText = useRefusalWords();
  const [error, setError] = useState<string>();
  const [isLoading, startLoading] = useTransition();
  const field = useRef<HTMLInputElement>(null);

  const load = (typed: string) =>
    startLoading(async () => {
      try {
        const query = new URLSearchParams({ channel: channelId, q: typed });
        onFound(await fetchAnswer<PolicyCase>(`/api/policies/case?${query}`));
        setError(undefined);
      } catch (failure) {
        const refusal = refusalIn(failure);
        onFound(null);
        setError(refusal.code === "not_found" ? t("notFound") : refusalText(refusal));
        field.current?.focus();
      }
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    load(field.current?.value ?? "");
  };
  // A link from a return brings its number along.
  const begin = useRef(() => asked && load(asked));
  useEffect(() => {
    begin.current();
  }, []);
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-3">
      <Field label={t("number")} hint={t("numberHint")} error={error} className="min-w-56 flex-1">
        <Input ref={field} name="number" defaultValue={asked ?? ""} autoComplete="off" spellCheck={false} required />
      </Field>
      <Button type="submit" variant="primary" isLoading={isLoading} className="mt-5.5">
        {t("load")}
      </Button>
    </form>
  );
}
