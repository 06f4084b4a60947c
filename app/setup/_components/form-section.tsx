import { type ReactNode, useId } from "react";

export function FormSection({ title, hint, children }: { title: ReactNode; hint?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-line border-t pt-5">
      <div>
        <h2 id={id} className="heading text-h2">
          {title}
        </h2>
        {hint && <p className="mt-0.5 text-muted text-small">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
