// Keeps the page, so that it works without a network. VERSION is a hash of FILES.
const cached = "kustoconn-VERSION";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cached).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((n) => n.startsWith("kustoconn-") && n !== cached).map((n) => caches.delete(n))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  if (new URL(event.request.url).origin === location.origin) {
    event.respondWith(caches.match(event.request, { ignoreSearch: true, ignoreVary: true }).then((known) => known ?? fetch(event.request)));
  }
});
