import type { Tx } from "@/db/client";
import { LOCALES } from "@/lib/kernel/locale";
import type { MessageData, TeamEvent } from "@/lib/policy/messages/message";
import type { RobotKind } from "@/lib/policy/messages/robot-kinds";
import type { Letter } from "./letter";
import { mailWords } from "./mail-words";
import { countImported, findTeam, type LetterFacts } from "./messages";
import { findDigestTime } from "./notification-preferences";
import { listListeningRobots } from "./robots";
import { digestLetter, overdueLetter } from "./team-digest-letter";
import { bulkActDoneLetter, importedLetter, requestedLetter, type TeamContext, withdrawnLetter } from "./team-letter";
import { findBulkActLetter, findImportLetter } from "./team-letter-facts";
import { memberLocale } from "./to-member";
import { digestSpan } from "./watch-times";
import { countForDigest, listBecameOverdue } from "./watched";

type Told = { sellerId: string; data: MessageData; appUrl: string; now: Date };
type Leaving = { kind: TeamEvent; facts: LetterFacts | null; told: Told };
type Recipient = {
  id: string | null;
  name: string;
  address: string | null;
  /** Set where it is told to a group and not mailed. */
  robot?: { id: string; kind: RobotKind };
};

const OLDEST_SHOWN = 10;

/** What the team is told: each member who wants to be in their language, and each robot in its own. */
export async function toTeam(
  tx: Tx,
  { kind, facts, told: asked }: Leaving,
): Promise<{ letter: Letter; recipients: Recipient[] }[]> {
  const { sellerId } = asked;
  const team = await findTeam(tx, sellerId, kind);
  const robots = await listListeningRobots(tx, sellerId, kind);
  const told: { letter: Letter; recipients: Recipient[] }[] = [];
  for (const locale of LOCALES) {
    const members: Recipient[] = team.members
      .filter((member) => memberLocale(member, team) === locale)
      .map(({ id, name, email }) => ({ id, name, address: email }));
    const groups: Recipient[] = robots
      .filter((robot) => robot.locale === locale)
      .map(({ id, kind, name }) => ({ id: null, name, address: null, robot: { id, kind } }));
    if (members.length + groups.length === 0) continue;
    const letter = await LETTERS[kind](tx, { ...asked, facts, team: { name: team.name, locale } });
    if (!letter) break;
    const footer = mailWords(locale).mail("robotFooter", { seller: team.name });
    told.push({ letter, recipients: members }, { letter: { ...letter, footer }, recipients: groups });
  }
  return told;
}

type Asked = Told & TeamContext & { facts: LetterFacts | null };

/** The letter of each kind; null when there is nothing to be told any more. */
const LETTERS: Record<TeamEvent, (tx: Tx, asked: Asked) => Promise<Letter | null>> = {
  "team.requested": async (_, { facts, ...context }) =>
    facts?.operation.requestMail.isOn ? requestedLetter(facts, context) : null,
  "team.withdrawn": async (_, { facts, ...context }) => facts && withdrawnLetter(facts, context),
  "team.job_done": async (tx, { sellerId, data, ...context }) => {
    const bulkAct = data.bulkActId ? await findBulkActLetter(tx, sellerId, data.bulkActId) : null;
    return bulkAct && bulkActDoneLetter(bulkAct, context);
  },
  "team.imported": async (tx, { sellerId, data, ...context }) => {
    const row = data.importId ? await findImportLetter(tx, sellerId, data.importId) : null;
    if (!row) return null;
    return importedLetter({ ...row, ...(await countImported(tx, sellerId, row.importId, context.now)) }, context);
  },
  "team.overdue": async (tx, { sellerId, data, ...context }) => {
    if (!data.since || !data.until) return null;
    const span = { since: new Date(data.since), until: new Date(data.until) };
    const overdue = await listBecameOverdue(tx, sellerId, span, OLDEST_SHOWN);
    const { zone } = await findDigestTime(tx, sellerId);
    return overdue.oldest.length > 0 ? overdueLetter(overdue, { since: span.since, zone }, context) : null;
  },
  "team.digest": async (tx, { sellerId, data, ...context }) => {
    if (!data.on || !data.since || !data.until) return null;
    const { zone } = await findDigestTime(tx, sellerId);
    const span = digestSpan({ on: data.on, zone, since: new Date(data.since), until: new Date(data.until) });
    return digestLetter(data.on, await countForDigest(tx, sellerId, span), context);
  },
};
