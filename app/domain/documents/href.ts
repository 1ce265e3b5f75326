// Where a link in a document may lead: web pages, mail addresses and pages of this site. Never scripts, data or other schemes.

const longest = 2000;

/** True for `https://…`, `http://…`, `mailto:…` and a path on this site such as `/projects/1`. `//elsewhere` is not a path. */
export function isAllowedHref(href: string): boolean {
  if (href.length > longest || /[\s\u0000-\u001F\u007F]/.test(href)) return false; // eslint-disable-line no-control-regex
  if (href.startsWith("/")) return !/^\/[/\\]/.test(href);
  return /^(https?:\/\/[^/]|mailto:[^@]+@)/i.test(href) && URL.canParse(href);
}
