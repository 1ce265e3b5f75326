// The demo's one-click sign-in: a button for each person of the made-up project, by party.
import { partyKinds, type PartyKind } from "../../domain/party";
import type { Role } from "../../domain/membership";
import { Section } from "../page";
import { useWords } from "../words";

export type DemoPersonShown = { readonly userId: string; readonly name: string; readonly role: Role | "administrator"; readonly partyKind: PartyKind };

export function DemoPicker({ projectName, people }: { readonly projectName: string; readonly people: readonly DemoPersonShown[] }) {
  const words = useWords();
  const { demo } = words.shell;
  const inOrder = [...people].sort((left, right) => partyKinds.indexOf(left.partyKind) - partyKinds.indexOf(right.partyKind));
  if (people.length === 0) return <p className="muted">{demo.nobody}</p>;
  return (
    <Section title={demo.heading} lead={demo.lead(projectName)}>
      <form method="post" action="/demo/sign-in">
        <ul className="people-picker">
          {inOrder.map((person) => (
            <li key={person.userId}>
              <button className="person-button" data-party={person.partyKind} type="submit" name="userId" value={person.userId}>
                <strong>{demo.signInAs(person.name)}</strong>
                <span>{person.role === "administrator" ? words.roles.administrator : words.roles.role[person.role]}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Section>
  );
}
