import { type FieldProblem, textProblems } from "@/lib/kernel/field-problem";
import { COMMENT_AT_MOST } from "@/lib/policy/limits";
import { SUBJECT_AT_MOST } from "@/lib/policy/messages/template-texts";

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
