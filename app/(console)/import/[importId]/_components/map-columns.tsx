"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useStoredRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { useAction } from "@/components/use-action";
import type { Guess } from "@/lib/imports/guess-columns";
import { guessDateOrder, guessDecimal } from "@/lib/imports/guess-reading";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import type { StoredRefusal } from "@/lib/kernel/result";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { FileColumns } from "@/lib/policy/imports/mapping";
import { IMPORT_KINDS, type ImportKind, REQUIRED_FIELDS } from "@/lib/policy/imports/mapping";
import { mapColumns } from "../../actions";
import { importPaths } from "../../import-paths";
import {
  AMOUNT_FIELDS,
  type Columns,
  columnsOf,
  DATE_FIELDS,
  doubledField,
  fieldsByColumn,
  statusWordsOf,
  valuesOf,
} from "./chosen-columns";
import { ColumnTable } from "./column-table";
import { ReadingQuestions } from "./reading-questions";
import { StatusWords, unknownWords } from "./status-words";

type MapColumnsProps = {
  importId: string;
  found: FileColumns;
  /** What the file most likely holds, and which of its columns is what in either case. */
  kind: ImportKind;
  guesses: Record<ImportKind, Guess>;
  /** How it was read until now; null: nobody has said yet. */
  current: ColumnMapping | null;
};

/** Says what the columns of a file hold, how its dates and amounts are written, and what its status words mean. */
export function MapColumns({ importId, found, kind: likely, guesses, current }: MapColumnsProps) {
  const t = useTranslations("mapping");
  const leaving = useTranslations("leaving");
  const words = useStoredRefusalWords();
  const router = useRouter();
  const name = useId();
  const { run, isRunning } = useAction(mapColumns);
  const [kind, setKind] = useState(likely);
  const [columns, setColumns] = useState<Columns>(() => fieldsByColumn(current?.columns ?? guesses[likely].columns));
  const [told, setTold] = useState<Pick<Partial<ColumnMapping>, "dateOrder" | "decimal">>(
    current ? { dateOrder: current.dateOrder, decimal: current.decimal } : {},
  );
  const [statuses, setStatuses] = useState<ColumnMapping["statuses"]>(current?.statuses ?? {});
  const [isDirty, setDirty] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  useLeaveGuard(isDirty, leaving("mapping"));

  const chosen = columnsOf(columns);
  const dates = guessDateOrder(valuesOf(found, chosen, DATE_FIELDS));
  const amounts = guessDecimal(valuesOf(found, chosen, AMOUNT_FIELDS));
  const unknown = kind === "returns" ? unknownWords(statusWordsOf(found, chosen)) : [];
  const preset = current ? null : guesses[kind].preset;
  const named = (refused: ActionRefusal): StoredRefusal =>
    refused.code === "column_needed" ? { ...refused, field: t(`fields.${refused.field}`) } : refused;
  const choose = (next: ImportKind) => {
    setKind(next);
    setError(null);
    setColumns(fieldsByColumn(guesses[next].columns));
  };
  const submit = async () => {
    const missing = REQUIRED_FIELDS[kind].filter((field) => !chosen[field]);
    const doubled = doubledField(columns);
    if (missing.length > 0)
      return setError(t("needed", { fields: missing.map((field) => t(`fields.${field}`)).join(", ") }));
    if (doubled) return setError(t("taken", { field: t(`fields.${doubled}`) }));
    setError(null);
    const mapping = {
      columns: chosen,
      dateOrder: told.dateOrder ?? dates.value,
      decimal: told.decimal ?? amounts.value,
      statuses: Object.fromEntries(Object.entries(statuses).filter(([word]) => unknown.includes(word))),
    };
    const answer = await run({ importId, kind, mapping });
    if (!answer.ok) return setRefusal(answer.refusal);
    setDirty(false);
    router.replace(importPaths.detail(importId));
  };
  return (
    <Card title={t("title")}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onChange={() => setDirty(true)}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="break-words text-muted">{t("intro", { file: found.file })}</p>
        {preset && <Banner tone="info">{t(`preset.${preset}`)}</Banner>}
        <RadioGroup legend={t("kind")}>
          <div className="grid gap-2 md:grid-cols-2">
            {IMPORT_KINDS.map((one) => (
              <KindCard key={one} kind={one} name={name} isChosen={one === kind} onChoose={choose} />
            ))}
          </div>
        </RadioGroup>
        <ColumnTable kind={kind} found={found} columns={columns} onChange={setColumns} />
        <ReadingQuestions
          dates={{ ...dates, value: told.dateOrder ?? dates.value }}
          amounts={{ ...amounts, value: told.decimal ?? amounts.value }}
          onDates={(dateOrder) => setTold({ ...told, dateOrder })}
          onDecimal={(decimal) => setTold({ ...told, decimal })}
        />
        {unknown.length > 0 && <StatusWords words={unknown} statuses={statuses} onChange={setStatuses} />}
        {(error ?? refusal) && (
          <Banner tone="critical" role="alert">
            {error ?? (refusal && words(named(refusal)))}
          </Banner>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isLoading={isRunning}>
            {t("check")}
          </Button>
          {current && <LinkButton href={importPaths.detail(importId)}>{t("cancel")}</LinkButton>}
        </div>
      </form>
    </Card>
  );
}

type KindCardProps = { kind: ImportKind; name: string; isChosen: boolean; onChoose: (kind: ImportKind) => void };

function KindCard({ kind, name, isChosen, onChoose }: KindCardProps) {
  const t = useTranslations("import.kind");
  const hint = useTranslations("mapping.kindHint");
  return (
    <RadioCard
      name={name}
      value={kind}
      label={t(kind)}
      description={hint(kind)}
      checked={isChosen}
      onChange={() => onChoose(kind)}
    />
  );
}
