import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { pollAnswer, refusalIn } from "@/components/fetch-answer";
import { useFieldOf } from "@/components/form/form-problems";
import { FormRadios } from "@/components/form/form-radios";
import type { Typed } from "@/components/form/use-typed";
import { useRefusalWords } from "@/components/refusal-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";

type RmaFieldProps = {
  returnId: string;
  generated: string;
  /** The channel asks for the seller's own number first. */
  asksOwn: boolean;
  form: Typed<AuthorizeForm>;
};

/** What came of looking for a number, and which it was. */
type Looked = { typed: string } & ({ free: string } | { refusal: ActionRefusal });

/** The RMA number: generated, or the seller's own, which is checked as soon as the field is left (S1-07). */
export function RmaField({ returnId, generated, asksOwn, form }: RmaFieldProps) {
  const t = useTranslations("authorize.rma");
  const words = useRefusalWords();
  const queries = useQueryClient();
  const { id, label, wrong } = useFieldOf("rma");
  const { rma, rmaChoice } = form.values;
  const [looked, setLooked] = useState<Looked>();
  const found = looked?.typed === rma ? looked : undefined;

  const check = async () => {
    if (rma.trim() === "") return;
    const url = `/api/returns/${returnId}/rma?${new URLSearchParams({ rma })}`;
    try {
      const free = await queries.fetchQuery({
        queryKey: ["rma", rma],
        queryFn: () => pollAnswer<string>(url),
        staleTime: 0,
      });
      setLooked({ typed: rma, free });
    } catch (failure) {
      const refusal = refusalIn(failure);
      // Not being able to ask is no mistake of the person's; submitting asks again.
      if (refusal.code.startsWith("rma_")) setLooked({ typed: rma, refusal });
    }
  };
  const made = {
    value: "generated" as const,
    label: (
      <>
        {t("generated")} <span className="identifier ms-1 font-semibold">{generated}</span>
      </>
    ),
  };
  const own = { value: "own" as const, label: t("own") };
  return (
    <>
      <FormRadios
        name="rmaChoice"
        value={rmaChoice}
        onChoose={(choice) => form.set({ rmaChoice: choice })}
        choices={asksOwn ? [own, made] : [made, own]}
      />
      {rmaChoice === "own" && (
        <Field
          id={id}
          className="ms-6 mt-2 max-w-sm"
          label={label}
          hint={found && "free" in found ? t("free", { rma: found.free }) : t("hint")}
          error={found ? ("refusal" in found ? words(found.refusal) : undefined) : wrong}
          isRequired
        >
          <Input
            value={rma}
            onChange={(event) => form.set({ rma: event.target.value })}
            onBlur={() => void check()}
            autoComplete="off"
            spellCheck={false}
            className="identifier"
          />
        </Field>
      )}
    </>
  );
}
