/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Block, Letter } from "./letter";

const FONT = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei',sans-serif";
/** Where a reader's program knows dark mode; everywhere else the inline colours stand. */
const DARK = [
  "@media (prefers-color-scheme: dark){",
  ".page{background:#0d1117 !important}",
  ".card{background:#151b23 !important;border-color:#2d3744 !important;color:#e7ecf3 !important}",
  ".soft{color:#b4becc !important}",
  ".rule{border-color:#2d3744 !important}",
  ".act{background:#7fabff !important;color:#0b1220 !important}",
  ".link{color:#8ab4ff !important}",
  "}",
].join("");

/** The HTML part of a letter: no script, no picture, nothing that is fetched; all colours inline. */
export function letterHtml(letter: Letter): string {
  const { locale, subject, heading, blocks, footer } = letter;
  const html = renderToString(
    <html lang={locale}>
      {/* biome-ignore lint/style/noHeadElement: this is a mail, and no page of ours. */}
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        <style>{DARK}</style>
      </head>
      <body class="page" style="margin:0;padding:24px 12px;background:#f6f7f9">
        <div
          class="card"
          style={`max-width:600px;margin:0 auto;padding:24px;border:1px solid #d8dee6;border-radius:8px;background:#ffffff;color:#141a22;font:15px/1.55 ${FONT}`}
        >
          {heading && <h1 style="margin:0 0 14px;font-size:19px;line-height:1.35">{heading}</h1>}
          {blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter is drawn once.
            <Part key={index} block={block} />
          ))}
          <p
            class="soft rule"
            style="margin:22px 0 0;padding-top:12px;border-top:1px solid #d8dee6;color:#596476;font-size:13px"
          >
            {footer}
          </p>
        </div>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case "text":
      return (
        <>
          {paragraphs(block.text).map((text) => (
            <Paragraph key={text}>{text}</Paragraph>
          ))}
        </>
      );
    case "small":
      return <Paragraph isSmall>{block.text}</Paragraph>;
    case "quote":
      return (
        <div class="rule" style="margin:0 0 14px;padding:2px 0 2px 12px;border-left:3px solid #d8dee6">
          <div class="soft" style="color:#596476;font-size:13px">
            {block.label}
          </div>
          <div dir="auto">
            <Lines text={block.text.trim()} />
          </div>
        </div>
      );
    case "facts":
      return (
        <table style="margin:0 0 14px;border-collapse:collapse;font-size:inherit">
          <tbody>
            {block.rows.map(({ label, value }) => (
              <tr key={label}>
                <th
                  scope="row"
                  class="soft"
                  style="padding:2px 16px 2px 0;color:#596476;font-weight:normal;text-align:left;vertical-align:top"
                >
                  {label}
                </th>
                <td dir="auto" style="padding:2px 0;vertical-align:top;overflow-wrap:anywhere">
                  <Lines text={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case "entries":
      return (
        <ul style="margin:0 0 14px;padding:0;list-style:none">
          {block.entries.map(({ label, href, detail }) => (
            <li key={href} style="margin:0 0 8px">
              <a href={href} class="link" style="color:#1d5bd0">
                {label}
              </a>
              <div class="soft" style="color:#596476;font-size:13px">
                {detail}
              </div>
            </li>
          ))}
        </ul>
      );
    case "links":
      return (
        <p style="margin:0 0 14px">
          {block.links.map(({ label, href }, index) => (
            <a key={href} href={href} class={index === 0 ? "act" : "link"} style={index === 0 ? MAIN : OTHER}>
              {label}
            </a>
          ))}
        </p>
      );
  }
}

const MAIN =
  "display:inline-block;margin:0 16px 8px 0;padding:8px 14px;border-radius:6px;background:#1d5bd0;color:#ffffff;text-decoration:none";
const OTHER = "display:inline-block;margin:0 16px 8px 0;padding:8px 0;color:#1d5bd0";

const paragraphs = (text: string): string[] =>
  text
    .trim()
    .split(/\r?\n(?:[^\S\n]*\r?\n)+/)
    .filter((part) => part !== "");

function Paragraph({ isSmall = false, children }: { isSmall?: boolean; children: string }) {
  return (
    <p
      dir="auto"
      class={isSmall ? "soft" : undefined}
      style={isSmall ? "margin:0 0 14px;color:#596476;font-size:13px" : "margin:0 0 14px"}
    >
      <Lines text={children} />
    </p>
  );
}

/** A line break of the text is one in the letter. */
function Lines({ text }: { text: string }): ComponentChildren {
  return text.split(/\r?\n/).map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a letter is drawn once.
    <span key={index}>
      {index > 0 && <br />}
      {line}
    </span>
  ));
}
