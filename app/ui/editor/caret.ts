// The carets and selections of the others in the text, each in their colour with their name. For eyes only: who is here is said elsewhere.

/** As the server wrote it into presence; anything may be missing while it travels. */
type Shown = Readonly<Record<string, unknown>>;

/** Colours go through the style object, never through an attribute: the Content-Security-Policy allows no other way. */
export function caretOf(user: Shown): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "other-caret";
  caret.setAttribute("aria-hidden", "true");
  if (typeof user.name === "string") caret.dataset.name = user.name;
  const colour = colourOf(user);
  if (colour) caret.style.setProperty("--who", colour);
  return caret;
}

export function selectionOf(user: Shown): Record<string, string> {
  const colour = colourOf(user);
  return colour ? { class: "other-selection", style: `--who: ${colour}` } : { class: "other-selection" };
}

function colourOf({ colour }: Shown): string | null {
  return typeof colour === "string" && /^#[0-9a-f]{6}$/i.test(colour) ? colour : null;
}
