"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { ErrorSummary } from "@/components/ui/error-summary";
import { notify } from "@/components/ui/notify";
import { SaveBar } from "@/components/ui/save-bar";
import { SectionLinks } from "@/components/ui/section-links";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { breachesOf, type Floor, raiseToFloor } from "@/lib/policy/terms/rows";
import type { Terms } from "@/lib/policy/terms/terms";
import { inForce, type TermsVersion } from "@/lib/policy/terms/versions";
import { saveDraft } from "../actions";
import { ChangedTerms } from "./changed-terms";
import { DraftActions } from "./draft-actions";
import { FloorBanner } from "./floor-banner";
import { TermsWiring } from "./terms-field";
import { TermsPart } from "./terms-part";
import {
  isTypedAnew,
  type PartProps,
  rowsOf,
  SECTIONS,
  type TermsChannel,
  termsIn,
  textOf,
  typedTerms,
} from "./typed-terms";
import { useProblems } from "./use-problems";

type TermsFormProps = {
  channel: TermsChannel;
  /** In force and planned, so that a draft can be compared with what it would replace. */
  versions: TermsVersion[];
  draft: { revision: number; terms: Terms } | null;
  floor: Floor | null;
  /** Reasons of the seller's own. */
  ownReasons: readonly string[];
  isReadOnly: boolean;
};
type SeenTerms = { revision: number | null; terms: Terms };

/** The terms of a channel as they are written; what is saved here is a draft and binds nobody until it is published. */
export function TermsForm({ channel, versions, draft, floor, ownReasons, isReadOnly }: TermsFormProps) {
  const { currency, marketplace } = channel;
  const t = useTranslations("terms");
  const formId = useId();
  const { run, isRunning } = useAction(saveDraft);
  const refusalText = useRefusalWords();
  const { problemsOf } = useProblems(currency, marketplace);
  const typedOf = (terms: Terms) => typedTerms(terms, currency, ownReasons);
  const standing: SeenTerms = draft ?? { revision: null, terms: inForce(versions, channel.today).terms };
  const [seen, setSeen] = useState(standing);
  const [typed, setTyped] = useState(() => typedOf(standing.terms));
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const set: PartProps["set"] = (path, value) => setTyped((before) => ({ ...before, [path]: value }));
  const begin = (next: SeenTerms) => {
    setSeen(next);
    setTyped(typedOf(next.terms));
    setRefusal(null);
  };

  const terms = termsIn(typed, currency);
  const isDirty = isTypedAnew(typedOf(seen.terms), typed);
  const save = async (): Promise<number | null> => {
    if (isRunning) return null;
    setRefusal(null);
    const answer = await run({ channelId: channel.id, seen: seen.revision, terms });
    if (!answer.ok) {
      setRefusal(answer.refusal);
      return null;
    }
    setSeen({ revision: answer.value.revision, terms });
    notify({ title: t("save.done"), tone: "success" });
    return answer.value.revision;
  };

  const changed = refusal?.code === "changed_since" ? refusal : null;
  const fields = refusal?.fields ?? {};
  const breaches = breachesOf(terms, floor);
  const problems = problemsOf(fields, breaches);
  const refused = problemsOf(fields, []);
  const summary = Object.entries(refused).map(([path, message]) => ({ message, fieldId: formId + fieldOf(path) }));
  const whole = refusal && !changed && summary.length === 0 ? [{ message: refusalText(refusal) }] : [];
  const { isFreeReturn } = channel;
  const sections = SECTIONS.filter((section) => rowsOf(section, isFreeReturn).length > 0);
  const part = { typed, set, floor, marketplace, currency, isFreeReturn };
  return (
    <TermsWiring value={{ formId, problems }}>
      {changed && <ChangedTerms refusal={changed} seen={seen.terms} currency={currency} onLoad={begin} />}
      <ErrorSummary errors={[...whole, ...summary]} />
      {breaches.length > 0 && (
        <FloorBanner
          marketplace={marketplace}
          points={Object.values(problemsOf({}, breaches))}
          {...(isReadOnly ? {} : { onRaise: () => setTyped(typedOf(raiseToFloor(terms, breaches))) })}
        />
      )}
      {!isReadOnly && (
        <DraftActions
          channel={channel}
          versions={versions}
          revision={seen.revision}
          terms={terms}
          isDirty={isDirty}
          isBelowFloor={breaches.length > 0}
          save={save}
          onRefused={setRefusal}
          onGone={(next) => begin({ revision: null, terms: next ?? inForce(versions, channel.today).terms })}
        />
      )}
      <fieldset disabled={isReadOnly} className="flex min-w-0 flex-col gap-4">
        <SectionLinks
          label={t("sections")}
          sections={sections.map((name) => ({ id: name, title: t(`${name}.title`) }))}
        />
        {sections.map((section) => (
          <TermsPart key={section} section={section} {...part} />
        ))}
      </fieldset>
      <SaveBar
        isDirty={!isReadOnly && isDirty}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={() => begin(seen)}
        leaveQuestion={t("save.leave")}
      />
    </TermsWiring>
  );
}

const fieldOf = (path: string): string =>
  textOf(path) ?? path.replace(/^(returnless\.rules\.\d+\.categories)\..*$/, "$1");
