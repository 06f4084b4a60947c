import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Who was faster, where somebody was. */
export function MovedBy({ refusal }: { refusal: { code: string } | null }) {
  const t = useTranslations("bulk.outcome");
  const facts: Record<string, unknown> = { ...refusal };
  const [name, at] = [text(facts.movedBy), text(facts.movedAt)];
  if (!name || !at) return null;
  return (
    <span className="text-muted">
      {t.rich("movedBy", { name, when: () => <Time at={new Date(at)} style="absolute" /> })}
    </span>
  );
}
