// Nynorsk: people.
import type { PeopleWords } from "../nb/people";

export const people: PeopleWords = {};
