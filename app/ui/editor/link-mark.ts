// Links in the text: only addresses a document may hold, also when they are pasted or typed.
import { InputRule, Mark, markPasteRule, mergeAttributes } from "@tiptap/core";
import { isAllowedHref } from "../../domain/documents/href";

const typedAddress = /(?:^|\s)(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])\s$/;
const pastedAddress = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g;

export const Link = Mark.create({
  name: "link",
  priority: 1000,
  // what is typed after a link is not part of it
  inclusive: false,
  addAttributes() {
    return { href: { default: null, parseHTML: (element) => element.getAttribute("href") } };
  },
  parseHTML() {
    return [{ tag: "a[href]", getAttrs: (element) => (isAllowedHref(element.getAttribute("href") ?? "") ? null : false) }];
  },
  renderHTML({ HTMLAttributes }) {
    const href: unknown = HTMLAttributes.href;
    const safe = typeof href === "string" && isAllowedHref(href) ? { href } : { href: undefined };
    return ["a", mergeAttributes(safe, { rel: "noopener noreferrer nofollow" }), 0];
  },
  addInputRules() {
    return [
      new InputRule({
        find: typedAddress,
        handler: ({ range, match, commands }) => {
          const href = match[1];
          if (!href || !isAllowedHref(href)) return;
          const from = range.from + match[0].indexOf(href);
          commands.command(({ tr, state }) => {
            tr.addMark(from, from + href.length, state.schema.marks.link!.create({ href })).insertText(" ", from + href.length).removeStoredMark(state.schema.marks.link!);
            return true;
          });
        },
      }),
    ];
  },
  addPasteRules() {
    return [
      markPasteRule({
        type: this.type,
        find: (text) => [...text.matchAll(pastedAddress)].filter(([href]) => isAllowedHref(href)).map((match) => ({ index: match.index, text: match[0], data: { href: match[0] } })),
        getAttributes: (match) => ({ href: match.data?.href as string }),
      }),
    ];
  },
});

/** What a person typed as an address, as a link may hold it; null when it is none. `www.husbanken.no` and `a@b.no` are understood. */
export function hrefFrom(typed: string): string | null {
  const text = typed.trim();
  const address = /^[^\s@/:]+@[^\s@]+\.[^\s@]+$/.test(text) ? `mailto:${text}` : /^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#:].*)?$/i.test(text) ? `https://${text}` : text;
  return isAllowedHref(address) ? address : null;
}
