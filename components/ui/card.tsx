import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

type CardProps = {
  /** The h2 of the section; without it the card is a plain surface. */
  title?: ReactNode;
  /** Beside the title: a badge. */
  badge?: ReactNode;
  /** At the end of the heading line: small facts or actions. */
  aside?: ReactNode;
  /** The content brings its own padding (tables, lists that touch the edge). */
  isFlush?: boolean;
  className?: string;
  id?: string;
  children: ReactNode;
};

export function Card({ title, badge, aside, isFlush = false, className, id, children }: CardProps) {
  const headingId = useId();
  const body = isFlush ? children : <div className="px-4 py-3">{children}</div>;
  const frame = clsx("overflow-clip rounded-card border border-line bg-surface", className);
  if (title === undefined) {
    return (
      <div id={id} className={frame}>
        {body}
      </div>
    );
  }
  return (
    <section id={id} aria-labelledby={headingId} className={frame}>
      <header className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-4 py-2.5">
        <h2 id={headingId} className="text-long heading">
          {title}
        </h2>
        {badge}
        {aside && <div className="ms-auto text-small text-subtle">{aside}</div>}
      </header>
      {body}
    </section>
  );
}
