import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type TermsSectionProps = {
  /** What a link on the page leads to. */
  name: string;
  title: string;
  /** What this part of the terms does. */
  about: ReactNode;
  /** What the marketplace asks for at least. */
  floor?: ReactNode;
  children: ReactNode;
};

/** A part of the terms: what it is about on one side, its fields on the other. */
export function TermsSection({ name, title, about, floor, children }: TermsSectionProps) {
  return (
    <Card id={name} title={title} className="scroll-mt-4">
      <p className="max-w-prose text-muted text-small">{about}</p>
      {floor && <p className="mt-1 max-w-prose font-medium text-small">{floor}</p>}
      <div className="mt-3 flex flex-col gap-4">{children}</div>
    </Card>
  );
}
