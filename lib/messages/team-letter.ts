import { formatDateTimeZone, formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/kernel/locale";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import { tellingReason } from "@/lib/policy/judging/headline";
import { labelsOfDay } from "@/lib/policy/judging/reason-names";
import { reasonWords } from "@/lib/policy/judging/reason-words";
import { consequenceOf, type Reason } from "@/lib/policy/judging/rules";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import { isAuthorization, isUndecided, isWithdrawal } from "@/lib/policy/machines/return/kinds-of-status";
import { type Block, factRows, type Letter } from "./letter";
import { itemLines, reasonWordOf, returnNumber } from "./letter-facts";
import { type MailWords, mailWords } from "./mail-words";
import type { countImported, LetterFacts } from "./messages";

/** Whom a letter is for, and the address that its links begin with. */
export type TeamContext = { team: { name: string; locale: Locale }; appUrl: string };

/** A letter to the team in its words. */
export function teamLetter(
  { team }: TeamContext,
  parts: (words: MailWords) => Omit<Letter, "locale" | "footer">,
): Letter {
  const words = mailWords(team.locale);
  return { ...parts(words), locale: words.locale, footer: words.mail("teamFooter", { seller: team.name }) };
}

const unique = (list: readonly string[]): string[] => [...new Set(list)];

/** S1-01, S1-02, S1-17: who asks for what and why, what the policy says and why, until when, and ways to answer. */
export function requestedLetter(facts: LetterFacts, context: TeamContext): Letter {
  return teamLetter(context, (words) => {
    const { mail } = words;
    const { evaluation, order, channel, status, moves, buyerComment, operation } = facts;
    const authorized = moves.find(({ kind, actorKind }) => isAuthorization(kind) && actorKind === "product");
    const number = returnNumber(facts);
    const reasonWord = reasonWordOf(facts, words);
    const isAutomatic = String(authorized !== undefined);
    const { because, orderAgeDays, withinDays } = evaluation.automation;
    const href = (dialog?: string) =>
      linkTo(context, paths.returnDetail(facts.id) + (dialog ? `?dialog=${dialog}` : ""));
    const isOpen = isUndecided(status);
    const hasLinks = isOpen && operation.requestMail.hasLinks;
    const verdict = words.verdict(evaluation.verdict);
    const blocks: (Block | false)[] = [
      {
        kind: "text",
        text: mail("requested.body", {
          hasName: String(order.buyerName !== null),
          buyer: shownText(order.buyerName ?? ""),
          order: order.number,
          channel: channel.name,
        }),
      },
      authorized !== undefined && {
        kind: "text",
        text: mail("requested.automatic", {
          because: words.automation(because, { orderAgeDays, withinDays: withinDays ?? 0 }),
        }),
      },
      factRows([
        [mail("fact.items"), itemLines(facts, words)],
        [
          mail("fact.reason"),
          unique(facts.lines.map(({ reason, reasonLabels }) => reasonWord(reason, reasonLabels))).join(mail("list")),
        ],
        [mail("fact.policy"), mail("requested.verdict", { verdict, isExempt: String(evaluation.isExempt) })],
        [mail("fact.why"), whyWords(facts, words)],
        [mail("fact.answerBy"), isOpen ? answerBy(facts, words) : null],
      ]),
      buyerComment
        ? { kind: "quote", label: mail("requested.comment"), text: shownText(buyerComment) }
        : { kind: "small", text: mail("requested.noComment") },
      {
        kind: "links",
        links: [
          ...(hasLinks ? [{ label: mail("act.authorize"), href: href("authorize") }] : []),
          // S2-02: what is prepaid-eligible cannot be closed, so nothing offers it.
          ...(hasLinks && !facts.isPrepaidEligible ? [{ label: mail("act.close"), href: href("close") }] : []),
          ...(hasLinks ? [{ label: mail("act.reply"), href: href("message") }] : []),
          { label: mail("act.open"), href: href() },
        ],
      },
      hasLinks && { kind: "small", text: mail("safeLinks") },
    ];
    return {
      subject: mail("requested.subject", { isAutomatic, number, item: itemName(facts, words), verdict }),
      heading: mail("requested.heading", { isAutomatic, number }),
      blocks: blocks.filter((block) => block !== false),
    };
  });
}

const itemName = ({ itemName: name }: LetterFacts, { mail }: MailWords): string => shownText(name ?? mail("untitled"));

export const linkTo = ({ appUrl }: TeamContext, path: string): string => `${appUrl.replace(/\/+$/, "")}${path}`;

/** The sentences behind the verdict, in the console's own words: the telling one, and all that speak against. */
function whyWords(facts: LetterFacts, words: MailWords): string {
  const { evaluation } = facts;
  const telling = tellingReason(evaluation);
  const against = evaluation.lines
    .flatMap(({ reasons }) => reasons)
    .filter((reason) => (consequenceOf(reason).verdict ?? "in_policy") !== "in_policy");
  const day = (date: string) => formatPlainDate(date, { locale: words.locale });
  const money = (amountMinor: number, currency: string) => formatMoney({ amountMinor, currency }, words.locale);
  const labels = labelsOfDay(facts.lines);
  const reasonWord = reasonWordOf(facts, words);
  const say = (reason: Reason) =>
    words.rules(
      `${reason.rule}.summary`,
      reasonWords(reason, {
        ...{ day, money, marketplace: facts.channel.marketplace },
        reasonName: (code) => reasonWord(code, labels[code]),
      }),
    );
  return unique((telling ? [telling, ...against] : against).map(say)).join("\n");
}

function answerBy({ openClocks, channel }: LetterFacts, { mail, time, consequence, locale }: MailWords): string | null {
  const clock = openClocks.find(({ kind }) => kind === "answer");
  if (!clock) return null;
  const when = formatDateTimeZone(time, new Date(clock.dueAt), { locale, timeZone: channel.timeZone });
  return mail("requested.answerBy", { when, consequence: consequence(clock.consequence) });
}

/** S2-09: the buyer no longer wants to return it. */
export function withdrawnLetter(facts: LetterFacts, context: TeamContext): Letter {
  return teamLetter(context, (words) => {
    const { mail } = words;
    const number = returnNumber(facts);
    const by = facts.moves.findLast(({ kind }) => isWithdrawal(kind));
    const of = { order: facts.order.number, channel: facts.channel.name };
    const buyer = { hasName: String(facts.order.buyerName !== null), buyer: shownText(facts.order.buyerName ?? "") };
    return {
      subject: mail("withdrawn.subject", { number, item: itemName(facts, words) }),
      heading: mail("withdrawn.heading", { number }),
      blocks: [
        {
          kind: "text",
          text:
            by?.actorKind === "person" && by.actorName
              ? mail("withdrawn.bySeller", { ...of, name: by.actorName })
              : mail("withdrawn.byBuyer", { ...of, ...buyer }),
        },
        factRows([
          [mail("fact.items"), itemLines(facts, words)],
          [mail("fact.rma"), bearsRma(facts.channel.marketplace) ? facts.rma : null],
        ]),
        { kind: "links", links: [{ label: mail("act.open"), href: linkTo(context, paths.returnDetail(facts.id)) }] },
      ],
    };
  });
}

type Imported = {
  importId: string;
  channelName: string;
  newCount: number;
  changedCount: number;
  refusedCount: number;
} & Awaited<ReturnType<typeof countImported>>;

/** One digest of a whole import (S1-01), however many requests it brought. */
export function importedLetter(imported: Imported, context: TeamContext): Letter {
  return teamLetter(context, ({ mail, locale }) => {
    const { channelName: channel, newCount: count, missed } = imported;
    const number = (value: number) => value.toLocaleString(locale);
    const some = (value: number) => (value === 0 ? null : number(value));
    return {
      subject: mail("imported.subject", { channel, count }),
      heading: mail("imported.heading", { channel, count }),
      blocks: [
        { kind: "text", text: mail("imported.body") },
        factRows([
          [mail("fact.new"), number(count)],
          [mail("fact.changed"), some(imported.changedCount)],
          [mail("fact.refused"), some(imported.refusedCount)],
          [mail("fact.toAnswer"), number(imported.toAnswer)],
          [mail("fact.overdue"), some(imported.overdue)],
          [mail("fact.missed"), some(missed)],
        ]),
        ...(missed > 0 ? [{ kind: "small" as const, text: mail("imported.missed") }] : []),
        {
          kind: "links",
          links: [
            { label: mail("act.list"), href: linkTo(context, paths.returns()) },
            { label: mail("act.import"), href: linkTo(context, paths.importDetail(imported.importId)) },
          ],
        },
      ],
    };
  });
}

type EndedBulkAct = { id: string; kind: string; total: number; moved: number; refused: number; createdByName: string };

/** How a bulk act ended that the worker ran; its outcome stays behind the link. */
export function bulkActDoneLetter(
  { id, kind, total, moved, refused, createdByName }: EndedBulkAct,
  context: TeamContext,
): Letter {
  return teamLetter(context, ({ mail, locale }) => ({
    subject: mail("bulkActDone.subject", { kind, total }),
    heading: mail("bulkActDone.heading", { kind, total }),
    blocks: [
      { kind: "text", text: mail("bulkActDone.body", { name: createdByName, refused }) },
      factRows([
        [mail("fact.moved"), moved.toLocaleString(locale)],
        [mail("fact.notDone"), refused === 0 ? null : refused.toLocaleString(locale)],
      ]),
      { kind: "links", links: [{ label: mail("act.bulkAct"), href: linkTo(context, paths.bulkAct(id)) }] },
    ],
  }));
}
