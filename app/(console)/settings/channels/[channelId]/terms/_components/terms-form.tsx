"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { notify } from "@/components/ui/notify";
import { SaveBar } from "@/components/ui/save-bar";
import { SectionLinks } from "@/components/ui/section-links";
import { useAction } from "@/components/use-action";
import { useRefusalText } from "@/components/use-refusal-text";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import type { Floor } from "@/lib/policy/terms/floor";
import { breachesOf } from "@/lib/policy/terms/floor-breaches";
import { raiseToFloor } from "@/lib/policy/terms/raise-to-floor";
import type { Terms } from "@/lib/policy/terms/terms";
import type { TermsVersion } from "@/lib/policy/terms/versions";
import { inForce } from "@/lib/policy/terms/versions";
import { saveDraft } from "../actions";
import { ChangedTerms } from "./changed-terms";
import { DraftActions } from "./draft-actions";
import { ExclusionsSection } from "./exclusions-section";
import { FaultSection } from "./fault-section";
import { FloorBanner } from "./floor-banner";
import { FreeReturnSection } from "./free-return-section";
import type { TermsChannel } from "./part-props";
import { ReturnlessSection } from "./returnless-section";
import { TermsWiring } from "./terms-field";
import { isTypedAnew, type TypedTerms, termsIn, typedTerms } from "./typed-terms";
import { useProblems } from "./use-problems";
import { WindowSection } from "./window-section";

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
const SELLER_FULFILLED = ["window", "exclusions", "fault", "returnless"] as const;
const FREE_RETURN = ["window", "freeReturn", "exclusions", "fault"] as const;
type SeenTerms = { revision: number | null; terms: Terms };

/** The terms of a channel as they are written; what is saved here is a draft and binds nobody until it is published. */
export function TermsForm({ channel, versions, draft, floor, ownReasons, isReadOnly }: TermsFormProps) {
  const { currency, marketplace } = channel;
  const t = useTranslations("terms");
  const formId = useId();
  const { run, isRunning } = useAction(saveDraft);
  const { refusalText } = useRefusalText();
  const { problemsOf } = useProblems(currency, marketplace);
  const typedOf = (terms: Terms) => typedTerms(terms, currency, ownReasons);
  const standing: SeenTerms = draft ?? { revision: null, terms: inForce(versions, channel.today).terms };
  const [seen, setSeen] = useState(standing);
  const [typed, setTyped] = useState(() => typedOf(standing.terms));
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const set = (change: Partial<TypedTerms>) => setTyped((before) => ({ ...before, ...change }));
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
  const sections = channel.isFreeReturn ? FREE_RETURN : SELLER_FULFILLED;
  const part = { typed, set, floor, marketplace, currency, isFreeReturn: channel.isFreeReturn };
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
        <WindowSection {...part} />
        {channel.isFreeReturn && <FreeReturnSection {...part} />}
        <ExclusionsSection {...part} />
        <FaultSection {...part} />
        {!channel.isFreeReturn && <ReturnlessSection {...part} />}
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

/** What is typed as one text is one field, whichever of its lines is meant. */
const fieldOf = (path: string): string =>
  path.replace(/^(window\.bySku|notReturnable\.(?:categories|skus)|returnless\.rules\.\d+\.categories)\..*$/, "$1");
