import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";
import { breakable } from "./breakable";

/** Latin, Cyrillic, Greek, Japanese kana and all Chinese characters that addresses use. */
export const FONT = "Noto Sans SC";
const WEIGHTS = [
  { file: "400Regular/NotoSansSC_400Regular.ttf", fontWeight: 400 },
  { file: "700Bold/NotoSansSC_700Bold.ttf", fontWeight: 700 },
];

let loaded: Promise<(codePoint: number) => boolean> | null = null;

/** Registers and reads the fonts, once a process; answers which characters they can draw. */
export function loadFonts(): Promise<(codePoint: number) => boolean> {
  loaded ??= load();
  return loaded;
}

async function load() {
  // A bundler would take the files apart if it saw them as imports.
  const { resolve } = createRequire(`${process.cwd()}/package.json`);
  Font.register({
    family: FONT,
    fonts: WEIGHTS.map(({ file, fontWeight }) => ({
      src: resolve(`@expo-google-fonts/noto-sans-sc/${file}`),
      fontWeight,
    })),
  });
  Font.registerHyphenationCallback(breakable);
  await Promise.all(WEIGHTS.map(({ fontWeight }) => Font.load({ fontFamily: FONT, fontWeight })));
  const { data } = Font.getFont({ fontFamily: FONT, fontWeight: 400 });
  if (!data) throw new Error("the font for labels could not be read");
  return (codePoint: number) => data.hasGlyphForCodePoint(codePoint);
}
