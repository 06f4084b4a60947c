import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimelineEvent, type TimelineEventProps } from "./timeline-event";

type TimelineProps = Omit<TimelineEventProps, "event"> & {
  /** Newest first. */
  events: readonly TimelineEventProps["event"][];
  /** Above the events: the form for a note. */
  noteForm?: ReactNode;
  /** Stands in the newest move while it can be taken back. */
  undo?: ReactNode;
  /** Leads to the events that were left out. */
  more?: ReactNode;
  /** Said where there are none. */
  empty?: string;
};

/** Everything that happened to a return, newest first, with who did it. */
export function Timeline({ events, noteForm, undo, more, empty, ...context }: TimelineProps) {
  const t = useTranslations("timeline");
  const undoable = undo ? events.find(({ fromStatus }) => fromStatus !== null)?.id : undefined;
  return (
    <>
      {noteForm && <div className="border-line border-b px-4 py-3 print:hidden">{noteForm}</div>}
      {events.length === 0 && <p className="px-4 py-3 text-muted">{empty ?? t("empty")}</p>}
      <ol className="px-4 py-2 empty:hidden">
        {events.map((event, index) => (
          <li
            key={event.id}
            id={`e-${event.id}`}
            className={clsx(
              "relative ps-6 py-2",
              "before:absolute before:start-1 before:top-3.75 before:size-2 before:rounded-full",
              index === 0 ? "before:bg-accent" : "before:bg-control",
              index < events.length - 1 &&
                "after:absolute after:start-[7px] after:top-6.5 after:-bottom-3 after:w-px after:bg-line",
            )}
          >
            <TimelineEvent event={event} {...context} />
            {event.id === undoable && <div className="mt-1.5 print:hidden">{undo}</div>}
          </li>
        ))}
      </ol>
      {more && <div className="border-line border-t px-4 py-2.5">{more}</div>}
    </>
  );
}
