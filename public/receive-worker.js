// Keeps the bench (/receive) open while the network or the server is away: its page as it was last read, and the parts
// that page is made of. It keeps nothing else; whoever signs out takes all of it away (components/send-sign-in).
const KEPT = "homeward-bench";
const PAGE = "/receive";
/** What the page of the bench says of itself (_station/station); an error that was answered as a page does not. */
const MARK = "data-bench";
const PART = /\/_next\/static\/[^"'\\\s<>)?]+/g;

const fromKept = async (key) => (await caches.open(KEPT)).match(key);

async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.status < 500) return answer;
    return (await fromKept(PAGE)) ?? answer;
  } catch (error) {
    const kept = await fromKept(PAGE);
    if (kept) return kept;
    throw error;
  }
}

/** Reads the page once more and keeps it, with the parts that it names and those that the open page has loaded. */
async function keep(loaded) {
  const answer = await fetch(PAGE, { headers: { accept: "text/html" } });
  if (answer.redirected) return caches.delete(KEPT);
  const text = await answer.clone().text();
  if (!answer.ok || !text.includes(MARK)) return false;
  const cache = await caches.open(KEPT);
  const parts = new Set([...(text.match(PART) ?? []), ...loaded]);
  for (const request of await cache.keys())
    if (!parts.has(new URL(request.url).pathname)) await cache.delete(request);
  for (const part of parts) if (!(await cache.match(part))) await cache.add(part).catch(() => {});
  // The page comes last: it is kept only with what it needs.
  await cache.put(PAGE, answer);
  return true;
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (mode === "navigate" && pathname === PAGE) event.respondWith(page(event.request));
  else if (pathname.startsWith("/_next/static/"))
    event.respondWith(fromKept(pathname).then((kept) => kept ?? fetch(event.request)));
});

self.addEventListener("message", (event) => {
  const { data } = event;
  if (data?.kind === "keep" && Array.isArray(data.parts)) event.waitUntil(keep(data.parts).catch(() => false));
});
