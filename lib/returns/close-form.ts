import { type FieldProblem, textProblems } from "@/lib/kernel/field-problem";
import { COMMENT_AT_MOST, NOTE_AT_MOST } from "@/lib/policy/limits";
import type { Selection } from "./shared/selection";

type Shared = {
  /** One of ours or of the seller's own, by its code. */
  reason: string;
  /** What the dialog saw of the reason. The server judges by its own facts. */
  needsComment: boolean;
  /** Internal; the buyer never sees it. */
  note: string;
};

/** The dialog *Close request*: a reason, and comments to the buyer where the reason needs them (S2-06). */
export type CloseForm = Shared & { returnId: string; comment: string };

/** The same for many: a comment in each language that the selected buyers read. */
export type CloseManyForm = Shared & {
  key: string;
  selection: Selection;
  /** What the dialog saw that the buyers read. */
  languages: string[];
  comments: Record<string, string>;
};

/** Until one is chosen, a dialog holds no reason at all, and nobody knows whether it needs a comment. */
const hasReason = ({ reason }: { reason?: string }): boolean => Boolean(reason);
const reasonProblems = (form: Shared): FieldProblem[] =>
  hasReason(form) ? [] : [{ path: "reason", code: "required" }];

/** Every wrong field, in the order of the dialog. */
export const closeProblems = (form: CloseForm): FieldProblem[] => [
  ...reasonProblems(form),
  ...textProblems("comment", form.comment, COMMENT_AT_MOST, form.needsComment && hasReason(form)),
  ...textProblems("note", form.note, NOTE_AT_MOST),
];

/** The languages that the buyers read and nothing is written in; English where nothing is written at all. */
export function languagesWithout({ languages, comments }: Pick<CloseManyForm, "languages" | "comments">): string[] {
  const isWritten = (language: string) => (comments[language] ?? "").trim() !== "";
  if (languages.length === 0) return Object.keys(comments).some(isWritten) ? [] : ["en"];
  return languages.filter((language) => !isWritten(language));
}

/** The same for many. */
export function closeManyProblems(form: CloseManyForm): FieldProblem[] {
  const isAsked = form.needsComment && hasReason(form);
  const silent = isAsked ? languagesWithout(form) : [];
  return [
    ...reasonProblems(form),
    ...[...new Set([...form.languages, ...Object.keys(form.comments), ...silent])].flatMap((language) =>
      textProblems(`comments.${language}`, form.comments[language] ?? "", COMMENT_AT_MOST, silent.includes(language)),
    ),
    ...textProblems("note", form.note, NOTE_AT_MOST),
  ];
}
