import { createTranslator } from "next-intl";
import en from "@/lib/i18n/messages/en.json" with { type: "json" };
import zh from "@/lib/i18n/messages/zh-CN.json" with { type: "json" };
import type { Locale } from "@/lib/kernel/locale";

const MESSAGES: Record<Locale, typeof en> = { en, "zh-CN": zh };

/** The words a letter is written with, in its own language whoever has it written. */
export function mailWords(locale: Locale) {
  const say = { locale, messages: MESSAGES[locale] };
  return {
    locale,
    mail: createTranslator({ ...say, namespace: "mail" }),
    condition: createTranslator({ ...say, namespace: "receiving.condition" }),
    tenders: createTranslator({ ...say, namespace: "tenders" }),
    time: createTranslator({ ...say, namespace: "time" }),
    verdict: createTranslator({ ...say, namespace: "status.verdict" }),
    rules: createTranslator({ ...say, namespace: "policy.rules" }),
    automation: createTranslator({ ...say, namespace: "policy.automation" }),
    reasons: createTranslator({ ...say, namespace: "returnReasons" }),
    theirReasons: createTranslator({ ...say, namespace: "returnReasonsOf" }),
    closeReasons: createTranslator({ ...say, namespace: "closeReasons" }),
    member: createTranslator({ ...say, namespace: "letters.member" }),
    roles: createTranslator({ ...say, namespace: "roles" }),
    consequence: createTranslator({ ...say, namespace: "deadline.then" }),
    deadlineKinds: createTranslator({ ...say, namespace: "deadline.kind" }),
  };
}

export type MailWords = ReturnType<typeof mailWords>;
