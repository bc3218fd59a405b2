/** Where the site will be served, such as `https://owner.github.io/repository/`; without it, pages name no address of their own. */
export const address = process.env.SITE_URL?.replace(/\/?$/, "/");

/** The path under which all pages are. */
export const base = address ? new URL(address).pathname : "/";
