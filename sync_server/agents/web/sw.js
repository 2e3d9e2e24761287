// The app itself is kept on the phone, so that it opens with no line. What is asked of the
// books never passes through here: it is kept in IndexedDB by the app.
const CACHE = "collectiq-@VERSION@";
const FILES = @FILES@;

self.addEventListener("install", (happening) => {
  const fresh = FILES.map((name) => new Request(name, { cache: "reload" }));
  happening.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (happening) => {
  const forget = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("collectiq-") && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  };
  happening.waitUntil(forget());
});

self.addEventListener("fetch", (happening) => {
  const asked = new URL(happening.request.url);
  const isOurs = asked.origin === self.location.origin && asked.pathname.startsWith("/a/");
  if (happening.request.method !== "GET" || !isOurs) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(happening.request, { ignoreSearch: true });
    return kept || fetch(happening.request);
  };
  happening.respondWith(answer());
});
