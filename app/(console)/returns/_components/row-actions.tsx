import type { useTranslations } from "next-intl";
import type { ListRow } from "../list-row";
import { Glyph } from "./row-glyphs";

type RowActionsProps = { row: ListRow; canDecide: boolean; t: ReturnType<typeof useTranslations<"returns.actions">> };

/** The one act that a row offers, as the server's own rules say: blue only where policy says yes. */
function mainAct({ row, canDecide, t }: RowActionsProps) {
  const { name, openHandover, verdict, moves } = row;
  if (!canDecide) return null;
  if (openHandover) return { act: "tick", words: t("tick"), label: t("tickNamed", { name }), isMain: false };
  const [first] = moves;
  if (!first || first.refusal) return null;
  return verdict === "in_policy"
    ? { act: "move", words: t(first.move), label: t("authorizeNamed", { name }), isMain: true }
    : { act: "move", words: t("decide"), label: t("decideNamed", { name }), isMain: false };
}

/** What can be done with a row; everything else is behind the dots. Presses are heard by the table. */
export function RowActions(props: RowActionsProps) {
  const { row, canDecide, t } = props;
  const main = mainAct(props);
  if (!canDecide) return null;
  return (
    <div className="act">
      {main && (
        <button type="button" data-act={main.act} className={main.isMain ? "p" : undefined} aria-label={main.label}>
          {main.words}
        </button>
      )}
      <button
        type="button"
        data-act="more"
        className="q"
        aria-haspopup="menu"
        aria-label={t("moreNamed", { name: row.name })}
      >
        <Glyph of="more" />
      </button>
    </div>
  );
}
