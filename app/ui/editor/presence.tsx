// Who is here: initials in each person's colour, and all names in a list that opens. Names are the server's, never the browser's own.
import { useEffect, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import type { PresentPerson } from "../../domain/documents/live";
import { useWords } from "../words";

/** The others, each once however many windows they have open, in the order of their names. One's own other windows are not others. */
export function useOthers(awareness: Awareness, ownId: string): readonly PresentPerson[] {
  const [others, setOthers] = useState<readonly PresentPerson[]>([]);
  useEffect(() => {
    const read = () => setOthers((before) => {
      const now = othersIn(awareness, ownId);
      return JSON.stringify(now) === JSON.stringify(before) ? before : now;
    });
    read();
    awareness.on("change", read);
    return () => awareness.off("change", read);
  }, [awareness, ownId]);
  return others;
}

function othersIn(awareness: Awareness, ownId: string): PresentPerson[] {
  const byId = new Map<string, PresentPerson>();
  for (const [clientId, state] of awareness.getStates()) {
    const user = state.user as Partial<PresentPerson> | undefined;
    if (clientId === awareness.clientID || typeof user?.id !== "string" || typeof user.name !== "string") continue;
    if (user.id === ownId) continue;
    byId.set(user.id, { id: user.id, name: user.name, colour: user.colour ?? "", color: user.color ?? "" });
  }
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

export function Presence({ others, ownName }: { readonly others: readonly PresentPerson[]; readonly ownName: string }) {
  const { people } = useWords().writing;
  const [only] = others;
  const said = !only ? people.onlyYou : others.length === 1 ? people.withYou(only.name) : people.count(others.length + 1);
  return (
    <details className="presence">
      <summary>
        <span className="presence-faces" aria-hidden="true">
          {others.slice(0, 4).map((person) => <Face key={person.id} person={person} />)}
          <Face person={{ name: ownName, colour: "" }} />
        </span>
        <span>{said}</span>
      </summary>
      <ul className="presence-list" aria-label={people.label}>
        {others.map((person) => <li key={person.id}><Face person={person} />{person.name}</li>)}
        <li><Face person={{ name: ownName, colour: "" }} />{people.you(ownName)}</li>
      </ul>
    </details>
  );
}

function Face({ person }: { readonly person: Pick<PresentPerson, "name" | "colour"> }) {
  // through the style object: this is rendered in the browser only, and the Content-Security-Policy allows no style attribute
  const paint = (element: HTMLElement | null) => {
    if (person.colour) element?.style.setProperty("--who", person.colour);
  };
  return <span className="face" aria-hidden="true" ref={paint}>{initialsOf(person.name)}</span>;
}

/** "Forelder A" → "FA", "Koordinator" → "K". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0]?.toLocaleUpperCase("nb") ?? "").join("");
}
