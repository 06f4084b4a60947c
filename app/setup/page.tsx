import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { countryNames } from "@/components/address/country-names";
import { DatabaseDownView } from "@/components/database-down-view";
import { SignedOutCard } from "@/components/signed-out-card";
import { db } from "@/db";
import { paths } from "@/lib/i18n/paths";
import { COUNTRIES, COUNTRY_CODES } from "@/lib/kernel/countries";
import { unlessDatabaseDown } from "@/lib/platform/database-down";
import { page } from "@/lib/platform/page";
import { hasUsers } from "@/lib/team/people";
import { SetUpForm } from "./_components/set-up-form";

export async function generateMetadata() {
  return { title: (await getTranslations("setup"))("title") };
}

export const dynamic = "force-dynamic";

async function SetUpPage() {
  const isSetUp = await unlessDatabaseDown(() => hasUsers(db));
  if (isSetUp === "database_down") return <DatabaseDownView />;
  if (isSetUp) redirect(paths.home);
  const [t, locale] = await Promise.all([getTranslations("setup"), getLocale()]);
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const countries = COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code }));
  const currencies = [...new Set(COUNTRY_CODES.map((code) => COUNTRIES[code].currency))].sort();
  return (
    <SignedOutCard title={t("title")} intro={t("intro")} isWide>
      <SetUpForm
        choices={{
          countries,
          addressCountries: countryNames(locale),
          currencies,
          timeZones: Intl.supportedValuesOf("timeZone"),
        }}
      />
    </SignedOutCard>
  );
}

export default page({ needs: "public", show: SetUpPage });
