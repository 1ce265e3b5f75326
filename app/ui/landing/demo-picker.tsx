// The demo's one-click sign-in: first the few one should meet, then everybody else, by party.
import type { Role } from "../../domain/membership";
import { partyKinds, type PartyKind } from "../../domain/party";
import { Section } from "../page";
import { useWords } from "../words";

export type DemoPersonShown = { readonly userId: string; readonly name: string; readonly role: Role | "administrator"; readonly partyKind: PartyKind };

/** One of each of these shows most of what there is to see. */
const firstRoles: readonly DemoPersonShown["role"][] = ["board", "coordinator", "parent"];

export function DemoPicker({ projectName, people }: { readonly projectName: string; readonly people: readonly DemoPersonShown[] }) {
  const words = useWords();
  const { demo } = words.landing;
  if (people.length === 0) return <p className="muted">{words.shell.demo.nobody}</p>;
  const first = firstRoles.flatMap((role) => people.find((person) => person.role === role) ?? []);
  const others = people.filter((person) => !first.includes(person));
  return (
    <Section title={demo.heading} lead={demo.lead(projectName)}>
      <form method="post" action="/demo/sign-in" className="stack">
        <People people={first} />
        <details className="ds-details more-people">
          <summary>{demo.others(others.length)}</summary>
          <div className="stack">
            {partyKinds.map((kind) => {
              const ofParty = others.filter((person) => person.partyKind === kind);
              return ofParty.length === 0 ? null : (
                <div key={kind} className="stack" data-gap="small">
                  <h3>{capitalised(words.roles.partyKind[kind])}</h3>
                  <People people={ofParty} />
                </div>
              );
            })}
          </div>
        </details>
      </form>
    </Section>
  );
}

function People({ people }: { readonly people: readonly DemoPersonShown[] }) {
  const words = useWords();
  return (
    <ul className="people-picker">
      {people.map((person) => (
        <li key={person.userId}>
          <button className="person-button" data-party={person.partyKind} type="submit" name="userId" value={person.userId}>
            <strong>{words.landing.demo.signInAs(person.name)}</strong>
            <span>{person.role === "administrator" ? words.roles.administrator : words.roles.role[person.role]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase("nb") + text.slice(1);
}
