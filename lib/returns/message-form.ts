import { type FieldProblem, textProblems } from "@/lib/kernel/field-problem";
import { COMMENT_AT_MOST } from "@/lib/policy/limits";
import { SUBJECT_AT_MOST } from "@/lib/policy/messages/template-texts";
import type { Selection } from "./shared/selection";

/** The dialog *Message the buyer*. */
export type MessageForm = {
  returnId: string;
  /** Made once for each message: the same key again is the same message. */
  key: string;
  subject: string;
  text: string;
};

/** As they are sent: a subject is one line, and line breaks are of one kind. */
export const plainSubject = (typed: string): string => typed.replace(/\s+/g, " ").trim();
export const plainText = (typed: string): string => typed.replaceAll("\r\n", "\n").trim();

export const messageProblems = ({ subject, text }: MessageForm): FieldProblem[] => [
  ...textProblems("subject", plainSubject(subject), SUBJECT_AT_MOST, true),
  ...textProblems("text", plainText(text), COMMENT_AT_MOST, true),
];

/** Templates that suit whoever is written to. */
export const MANY_REASONS = ["", "what_does_not_match"] as const;

/** The dialog *Message the buyers*: a text in each language that they read; variables are filled for each. */
export type MessageManyForm = {
  key: string;
  selection: Selection;
  texts: Record<string, { subject: string; text: string }>;
};

export const messageManyProblems = ({ texts }: Pick<MessageManyForm, "texts">): FieldProblem[] =>
  Object.keys(texts).length === 0
    ? [{ path: "texts", code: "required" }]
    : Object.entries(texts).flatMap(([language, { subject, text }]) => [
        ...textProblems(`texts.${language}.subject`, plainSubject(subject), SUBJECT_AT_MOST, true),
        ...textProblems(`texts.${language}.text`, plainText(text), COMMENT_AT_MOST, true),
      ]);
