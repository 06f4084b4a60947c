"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { notify } from "@/components/ui/notify";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import type { ChannelKey } from "@/lib/channels/channel-keys";
import { issueChannelKey } from "../../../actions";
import { ReplaceKey, RevokeKey, ShownKey } from "./key-dialogs";

type ChannelKeysProps = { channelId: string; keys: readonly ChannelKey[]; address: string; mayChange: boolean };
type Opened = { what: "replace" | "revoke"; key: ChannelKey } | { what: "shown"; secret: string } | null;

/** What another system shows to be let in for this store: its one key, and for a while the one before it. */
export function ChannelKeys({ channelId, keys, address, mayChange }: ChannelKeysProps) {
  const t = useTranslations("settings.keys");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(issueChannelKey);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const current = keys.find(({ endsAt }) => endsAt === null) ?? null;
  const issue = async () => {
    const answer = await run({ channelId, replaces: current?.id ?? null });
    if (answer.ok) return setOpened({ what: "shown", secret: answer.value.key });
    close();
    notify({ title: refusalText(answer.refusal), tone: "critical" });
  };
  return (
    <Card title={t("title")} className="mt-4">
      <p className="mb-3">{t("body", { address })}</p>
      {keys.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul>
        {keys.map((key) => (
          <li key={key.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t py-2.5">
            <span className="min-w-0 flex-1 basis-56">
              <span className="block font-semibold">{t("ends", { hint: `…${key.hint}` })}</span>
              <span className="block text-muted text-small">
                {t.rich("made", { when: () => <Time at={key.createdAt} style="ago" /> })}
                {" · "}
                {key.usedAt === null
                  ? t("unused")
                  : t.rich("used", { when: () => <Time at={key.usedAt ?? key.createdAt} style="ago" /> })}
              </span>
              {key.endsAt && (
                <span className="block text-small">
                  {t.rich("until", { when: () => <Time at={key.endsAt ?? key.createdAt} style="absolute" /> })}
                </span>
              )}
            </span>
            {mayChange && (
              <span className="flex gap-1.5">
                {key.endsAt === null && (
                  <Button size="sm" onClick={() => setOpened({ what: "replace", key })}>
                    {t("replace")}
                  </Button>
                )}
                <Button size="sm" onClick={() => setOpened({ what: "revoke", key })}>
                  {t("revoke")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayChange && current === null && (
        <Button
          size="sm"
          className="mt-3"
          icon={<KeyRound aria-hidden size={16} />}
          isLoading={isRunning}
          onClick={() => void issue()}
        >
          {t("make")}
        </Button>
      )}
      {opened?.what === "replace" && (
        <ReplaceKey hint={opened.key.hint} isRunning={isRunning} onReplace={issue} onClose={close} />
      )}
      {opened?.what === "revoke" && (
        <RevokeKey channelId={channelId} keyId={opened.key.id} hint={opened.key.hint} onClose={close} />
      )}
      {opened?.what === "shown" && <ShownKey secret={opened.secret} onClose={close} />}
    </Card>
  );
}
