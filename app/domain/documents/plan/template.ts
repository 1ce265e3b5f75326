// The plan a new project starts with: fourteen chapters to fill in, in the language the project is founded in.
import type { Language } from "../../preference";
import type { RichText } from "../rich-text";

/** Chapters of a project plan (domain.md part 6). They become content once, when the plan is started; afterwards the people own them. */
const chapters: Readonly<Record<Language, readonly string[]>> = {
  nb: [
    "Kort fortalt", "Forankring", "Hvem vi er og hvordan vi jobber", "Det beboerne sier", "Boligene", "Tomt og plan",
    "Modell og organisering", "Økonomi", "Tjenester og bemanning", "Samarbeidsavtale", "Risiko", "Framdrift",
    "Når noe endrer seg", "Ordliste",
  ],
  nn: [
    "Kort fortalt", "Forankring", "Kven vi er og korleis vi arbeider", "Det bebuarane seier", "Bustadene", "Tomt og plan",
    "Modell og organisering", "Økonomi", "Tenester og bemanning", "Samarbeidsavtale", "Risiko", "Framdrift",
    "Når noko endrar seg", "Ordliste",
  ],
  en: [
    "In short", "Policy basis", "Who we are and how we work", "What the residents say", "The homes", "Site and zoning",
    "Model and organisation", "Finances", "Services and staffing", "Cooperation agreement", "Risks", "Timeline",
    "When something changes", "Glossary",
  ],
};

/** The fourteen chapters, numbered, each with an empty paragraph to write in. */
export function emptyPlan(language: Language): RichText {
  const content = chapters[language].flatMap((chapter, index) => [
    { type: "heading" as const, attrs: { level: 2 }, content: [{ type: "text" as const, text: `${index + 1}. ${chapter}` }] },
    { type: "paragraph" as const },
  ]);
  return { type: "doc", content: content.slice(0, -1) };
}
