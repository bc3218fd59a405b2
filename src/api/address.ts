/** Hosts to which a token may go without TLS. */
const loopback = /^(?:127(?:\.\d+){3}|\[::1\]|localhost)$/;

/** An address on the workspace's host. */
export function addressOf(url: string | URL, path: string): URL {
  const host = URL.canParse(String(url)) ? new URL(url) : undefined;
  const isSafe = host?.protocol === "https:" || (host?.protocol === "http:" && loopback.test(host.hostname));
  if (!host || !isSafe || host.username || host.password)
    throw new TypeError("url: expected the workspace's host, such as https://example.leanix.net");
  return new URL(path, host);
}

/** The address below which a webhook's resources are. */
export function subscriptionAddress(url: string | URL, subscriptionId: string): URL {
  // `.` and `..` would leave the folder, and the text of an unset variable is no id.
  if (typeof subscriptionId !== "string" || /^(?:|\.\.?|undefined|null)$/.test(subscriptionId))
    throw new TypeError("subscriptionId: expected the id of the webhook");
  return addressOf(url, `/services/webhooks/v1/subscriptions/${encodeURIComponent(subscriptionId)}/`);
}
