import { type FieldProblem, textProblems } from "../field-problem";
import { SUBJECT_AT_MOST } from "../notifications/template-texts";
import { COMMENT_AT_MOST } from "./limits";

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
