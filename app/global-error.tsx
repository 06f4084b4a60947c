"use client";

import "./globals.css";

// This page stands in for the root layout, so no messages reach it: both languages are written out.
const WORDS = [
  { lang: "en", title: "Homeward could not be shown", body: "Something failed on our side.", retry: "Try again" },
  { lang: "zh-CN", title: "无法显示 Homeward", body: "系统出现故障。", retry: "重试" },
];

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Homeward</title>
        <main className="mx-auto flex max-w-md flex-col gap-8 px-6 py-16">
          {WORDS.map(({ lang, title, body, retry }) => (
            <section key={lang} lang={lang}>
              <h1 className="text-h1 heading">{title}</h1>
              <p className="mt-1 text-muted">{body}</p>
              <button
                type="button"
                className="mt-3 min-h-9 rounded-control bg-accent px-3 font-medium text-on-accent"
                onClick={() => window.location.reload()}
              >
                {retry}
              </button>
            </section>
          ))}
          {error.digest && <p className="identifier text-small text-subtle">{error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
