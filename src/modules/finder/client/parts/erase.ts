/** Everything that this site keeps in this browser, and the program that shows it without network. */
export async function eraseAll(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
}
