import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";
import { UNSEEN } from "@/lib/kernel/drawable";
import { breakable } from "./breakable";

/** What everything starts in: Latin of most languages, Vietnamese, Russian, kana and Chinese characters. */
const FONT = "Noto Sans SC";

/**
 * In the order in which they are tried. Noto Sans Arabic is not among them: drawn by this library, its letters lose their
 * dots, which only a picture shows. Vietnamese is read back wrong from Noto Sans, so that it comes after SC.
 */
const FACES = [
  { family: FONT, folder: "noto-sans-sc", file: "NotoSansSC" },
  { family: "Noto Sans", folder: "noto-sans", file: "NotoSans" },
  { family: "Noto Sans JP", folder: "noto-sans-jp", file: "NotoSansJP" },
  { family: "Noto Sans KR", folder: "noto-sans-kr", file: "NotoSansKR" },
  { family: "Vazirmatn", folder: "vazirmatn", file: "Vazirmatn" },
  { family: "Noto Sans Hebrew", folder: "noto-sans-hebrew", file: "NotoSansHebrew" },
  { family: "Noto Sans Thai", folder: "noto-sans-thai", file: "NotoSansThai" },
] as const;
type Family = (typeof FACES)[number]["family"];
const FAMILIES = FACES.map(({ family }) => family);

/** A Chinese character is written otherwise in Japan and in Korea. */
const FIRST: Readonly<Record<string, Family>> = { JP: "Noto Sans JP", KR: "Noto Sans KR" };
const WEIGHTS = { 400: "400Regular", 700: "700Bold" } as const;

let loaded: Promise<void> | null = null;

/** Registers and reads the fonts, once a thread. */
export function loadFonts(): Promise<void> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<void> {
  const { resolve } = createRequire(`${process.cwd()}/package.json`);
  const weights = Object.entries(WEIGHTS).map(([weight, folder]) => ({ weight: Number(weight), folder }));
  for (const { family, folder, file } of FACES)
    Font.register({
      family,
      fonts: weights.map(({ weight, folder: of }) => ({
        src: resolve(`@expo-google-fonts/${folder}/${of}/${file}_${of}.ttf`),
        fontWeight: weight,
      })),
    });
  Font.registerHyphenationCallback(breakable);
  await Promise.all(
    FAMILIES.flatMap((fontFamily) =>
      weights.map(async ({ weight: fontWeight }) => {
        await Font.load({ fontFamily, fontWeight });
        nameLetters(Font.getFont({ fontFamily, fontWeight }).data);
      }),
    ),
  );
}

/** Letters with parts; a Chinese character has none, and its radicals would give it their own name. */
const hasParts = (codePoint: number) => codePoint < 0x2e80 || (codePoint >= 0x3000 && codePoint < 0x3400);

/**
 * A glyph keeps the letter it was first made for. One first met as a part of another (the U of Ú) would have none, and be
 * missing from the text of every later label, though it is drawn.
 */
function nameLetters(font: ReturnType<typeof Font.getFont>["data"]): void {
  for (const codePoint of font?.characterSet ?? []) if (hasParts(codePoint)) font?.glyphForCodePoint(codePoint);
}

const holds = (family: Family, codePoint: number): boolean =>
  Font.getFont({ fontFamily: family, fontWeight: 400 }).data?.hasGlyphForCodePoint(codePoint) ?? false;

/** Noto Sans draws these as letter and mark; what is drawn in more parts than it has characters loses the end of its line. */
const IN_PARTS = /[\u01f9\u1e3f\u1e43\u1e45\u1e63\u1eb9\u1ecb\u1ecd\u1ee5]/g;

/** A text as its font draws it. */
export const asDrawn = (text: string, face: ReturnType<typeof faceFor>): string =>
  face === "Noto Sans" ? text.replace(IN_PARTS, (letter) => letter.normalize("NFD")) : text;

/**
 * The one font that holds a whole text, a country's own first; where there is none, all of them, for each character the
 * first that holds it.
 */
export function faceFor(text: string, country: string | null = null): Family | Family[] {
  const own = country === null ? undefined : FIRST[country];
  const order = own ? [own, ...FAMILIES.filter((family) => family !== own)] : FAMILIES;
  const codePoints = [...text].filter((c) => c > " " && !UNSEEN.test(c)).map((c) => c.codePointAt(0) ?? 0);
  return order.find((family) => codePoints.every((codePoint) => holds(family, codePoint))) ?? order;
}

export const HAIRLINE = "0.75pt solid #000";
export const RULE = "1.5pt solid #000";
/** Black only: thermal printers know no grey. */
export const PAGE = { fontFamily: FONT, color: "#000" } as const;
export const FRAME = { border: RULE, borderRadius: 4 } as const;
/** Takes what its neighbours leave of a row. */
export const REST = { flexGrow: 1, flexBasis: 0 } as const;
