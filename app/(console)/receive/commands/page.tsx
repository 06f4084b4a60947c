import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/i18n/paths";
import { code128 } from "@/lib/labels/barcodes";
import { page } from "@/lib/platform/page";
import { type Command, commandCodes } from "../_station/bench-state";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receive.commands"))("title") };
}

/** A sheet to hang up at the bench: whoever holds the scanner needs no keyboard. */
async function CommandsPage() {
  const t = await getTranslations("receive");
  const condition = await getTranslations("receiving.condition");
  const wordsOf = (command: Command) =>
    command.kind === "grade" ? condition(command.condition) : t(`commands.${command.kind}`);
  return (
    <>
      <PageHeader
        title={t("commands.title")}
        summary={t("commands.summary")}
        back={{ href: paths.receive, label: t("title") }}
      />
      <ul className="grid max-w-4xl grid-cols-2 gap-4 md:grid-cols-3">
        {commandCodes.map(({ code, command }) => {
          const { path, width } = code128(code);
          return (
            <li key={code} className="break-inside-avoid rounded-card border border-line bg-surface p-4 text-center">
              <p className="mb-2 font-semibold">{wordsOf(command)}</p>
              <svg viewBox={`0 0 ${width} 1`} preserveAspectRatio="none" aria-hidden className="h-16 w-full bg-white">
                <path d={path} fill="#000" />
              </svg>
              <p className="mt-1 identifier text-small">{code}</p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

export default page({ needs: "parcels:receive", show: CommandsPage });
