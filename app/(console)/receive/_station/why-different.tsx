import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Shortcut } from "@/components/ui/shortcut";
import { type DifferenceReason, type Explanation, reasonsFor } from "@/lib/policy/parcels/differences";
import { type Bench, differencesAt } from "./bench-state";

type WhyDifferentProps = {
  bench: Bench;
  /** The reason that was chosen and waits for its note. */
  reason: DifferenceReason | null;
  onExplain: (reason: DifferenceReason) => void;
  onFinish: (said: Explanation) => void;
};

/** P-11: why what came is not what was asked back, by one key; in one's own words where none of the reasons says it. */
export function WhyDifferent({ bench, reason, onExplain, onFinish }: WhyDifferentProps) {
  const t = useTranslations("receive.why");
  const reasons = useTranslations("receiving.why");
  const [note, setNote] = useState("");
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing to clean up with.
    section.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason && note.trim() !== "") onFinish({ reason, note: note.trim() });
  };
  const differences = differencesAt(bench);
  return (
    <section ref={section} aria-labelledby="why-different" className="border-line border-t bg-tone-attention px-4 py-3">
      <h3 id="why-different" className="mb-2 font-semibold text-tone-attention-fg">
        {t("title", { what: differences.map((difference) => t(`difference.${difference}`)).join(", ") })}
      </h3>
      <div className="flex flex-wrap gap-2">
        {reasonsFor(differences).map((key, place) => (
          <Button key={key} aria-pressed={key === reason} onClick={() => onExplain(key)}>
            <Shortcut of={String(place + 1)} /> {reasons(key)}
          </Button>
        ))}
      </div>
      {reason && (
        <form className="mt-3 flex flex-wrap items-center gap-2" onSubmit={send}>
          <Input
            aria-label={t("note")}
            placeholder={t("note")}
            className="min-w-0 flex-1"
            maxLength={2000}
            value={note}
            autoFocus
            onChange={({ target }) => setNote(target.value)}
          />
          <Button type="submit" variant="primary">
            {t("submit")}
          </Button>
        </form>
      )}
    </section>
  );
}
