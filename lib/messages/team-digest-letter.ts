import { formatDateTimeZone, formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import { type Block, factRows, type Letter } from "./letter";
import { linkTo, type TeamContext, teamLetter } from "./team-letter";
import type { DigestCounts, listBecameOverdue } from "./watched";

type Overdue = Awaited<ReturnType<typeof listBecameOverdue>>;
type Told = {
  since: Date;
  /** The zone that a time without a channel is told in. */
  zone: string;
};

/** P-04: what became overdue, by channel, and the oldest of it as links; one letter, however much it is. */
export function overdueLetter({ counts, oldest }: Overdue, { since, zone }: Told, context: TeamContext): Letter {
  return teamLetter(context, ({ mail, time, deadlineKinds, locale }) => {
    const count = counts.reduce((sum, channel) => sum + channel.count, 0);
    const blocks: Block[] = [
      {
        kind: "text",
        text: mail("overdue.since", { since: formatDateTimeZone(time, since, { locale, timeZone: zone }) }),
      },
      factRows(counts.map((channel) => [channel.channelName, channel.count.toLocaleString(locale)])),
      {
        kind: "entries",
        entries: oldest.map(({ id, number, title, kind, dueAt, timeZone }) => ({
          label: mail("overdue.entry", { number: `R-${number}`, item: shownText(title ?? mail("untitled")) }),
          href: linkTo(context, paths.returnDetail(id)),
          detail: mail("overdue.was", {
            kind: deadlineKinds(kind),
            when: formatDateTimeZone(time, dueAt, { locale, timeZone }),
          }),
        })),
      },
      ...(count > oldest.length
        ? [{ kind: "small" as const, text: mail("overdue.more", { count: count - oldest.length }) }]
        : []),
      { kind: "links", links: [{ label: mail("act.overdue"), href: linkTo(context, OVERDUE) }] },
    ];
    return { subject: mail("overdue.subject", { count }), heading: mail("overdue.heading", { count }), blocks };
  });
}

const OVERDUE = `${paths.returns("all")}&due=overdue`;

/** How things stand on a day; what is nothing is left out. */
export function digestLetter(on: string, counts: DigestCounts, context: TeamContext): Letter {
  return teamLetter(context, ({ mail, locale }) => {
    const day = formatPlainDate(on, { locale });
    const some = (value: number) => (value === 0 ? null : value.toLocaleString(locale));
    const link = (value: number, label: string, path: string) =>
      value === 0 ? [] : [{ label, href: linkTo(context, path) }];
    const links = [
      ...link(counts.toAnswer, mail("act.toAnswer"), paths.returns()),
      ...link(counts.overdue, mail("act.overdue"), OVERDUE),
      ...link(counts.handover, mail("act.handover"), paths.handover()),
      ...link(counts.delivered, mail("act.delivered"), paths.parcels()),
      ...link(counts.undelivered, mail("act.mailbox"), paths.mailbox("undelivered")),
    ];
    return {
      subject: mail("digest.subject", { day, toAnswer: counts.toAnswer, overdue: counts.overdue }),
      heading: mail("digest.heading", { day }),
      blocks: [
        { kind: "text", text: mail("digest.new", { count: counts.new }) },
        factRows([
          [mail("fact.toAnswer"), some(counts.toAnswer)],
          [mail("fact.overdue"), some(counts.overdue)],
          [mail("fact.dueToday"), some(counts.dueToday)],
          [mail("fact.handover"), some(counts.handover)],
          [mail("fact.delivered"), some(counts.delivered)],
          [mail("fact.undelivered"), some(counts.undelivered)],
        ]),
        {
          kind: "links",
          links: links.length > 0 ? links : [{ label: mail("act.list"), href: linkTo(context, paths.returns()) }],
        },
      ],
    };
  });
}
