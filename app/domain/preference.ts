// What a person may choose for themselves: the language they read and the colours they see.

export const languages = ["nb", "nn", "en"] as const;
export type Language = (typeof languages)[number];

export const colourSchemes = ["auto", "light", "dark"] as const;
export type ColourScheme = (typeof colourSchemes)[number];

export function isLanguage(text: unknown): text is Language {
  return languages.includes(text as Language);
}

export function isColourScheme(text: unknown): text is ColourScheme {
  return colourSchemes.includes(text as ColourScheme);
}

/** Where a browser keeps them between visits; a signed-in person's own choice goes before. */
export const preferenceCookies = { language: "samtun_language", colourScheme: "samtun_colours" } as const;
