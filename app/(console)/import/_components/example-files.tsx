import { useTranslations } from "next-intl";
import { importPaths } from "../import-paths";

const EXAMPLES = ["orders", "returns", "shopify", "aliexpress"] as const;

/** Files to compare one's own with, where it is no marketplace's report. */
export function ExampleFiles() {
  const t = useTranslations("mapping");
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-small text-subtle">
      <span>{t("examples")}:</span>
      {EXAMPLES.map((name) => (
        <a key={name} href={importPaths.example(name)} download={`homeward-example-${name}.csv`} className="prose-link">
          {t(`example.${name}`)}
        </a>
      ))}
    </p>
  );
}
