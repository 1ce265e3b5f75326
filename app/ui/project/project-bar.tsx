// The project's name and its pages, above every page in it.
import { NavLink } from "@remix-run/react";
import type { Role } from "../../domain/membership";
import { useWords } from "../words";

export type BarData = {
  readonly projectId: string;
  readonly name: string;
  readonly municipality: string;
  readonly me: { readonly name: string; readonly role: Role };
  readonly plan: { readonly documentId: string; readonly access: "frozen" | "read" | "write" } | null;
  readonly mayOpen: { readonly milestones: boolean; readonly journal: boolean; readonly people: boolean; readonly economy: boolean };
};

export function ProjectBar({ frame }: { readonly frame: BarData }) {
  const words = useWords();
  const { frame: say } = words.project;
  const base = `/projects/${frame.projectId}`;
  return (
    <div className="project-bar">
      <p className="project-bar-name">{frame.name}</p>
      <p className="project-bar-you">{frame.municipality} · {say.you(whoIs(frame.me.name, words.roles.role[frame.me.role]))}</p>
      <nav aria-label={say.navigation}>
        <ul className="project-tabs">
          <li><NavLink to={base} end>{say.overview}</NavLink></li>
          {frame.plan ? <li><NavLink to={planAddress(base, frame.plan)}>{say.plan}</NavLink></li> : null}
          {frame.mayOpen.milestones ? <li><NavLink to={`${base}/milestones`}>{say.milestones}</NavLink></li> : null}
          {frame.mayOpen.milestones ? <li><NavLink to={`${base}/timeline`}>{say.timeline}</NavLink></li> : null}
          {frame.mayOpen.economy ? <li><NavLink to={`${base}/economy`}>{say.economy}</NavLink></li> : null}
          {frame.mayOpen.milestones ? <li><NavLink to={`${base}/handovers`}>{say.handovers}</NavLink></li> : null}
          {frame.mayOpen.journal ? <li><NavLink to={`${base}/journal`}>{say.journal}</NavLink></li> : null}
          {frame.mayOpen.people ? <li><NavLink to={`${base}/people`}>{say.people}</NavLink></li> : null}
          <li><NavLink to={`${base}/policy`}>{say.policy}</NavLink></li>
        </ul>
      </nav>
    </div>
  );
}

/** "Forelder A, styremedlem", but not "Tjenesteleder, tjenesteleder". */
function whoIs(name: string, role: string): string {
  return name.toLowerCase().includes(role) ? name : `${name}, ${role}`;
}

/** Whoever may only read finished versions is led to the list of them. */
export function planAddress(base: string, plan: { readonly documentId: string; readonly access: "frozen" | "read" | "write" }): string {
  return `${base}/documents/${plan.documentId}${plan.access === "frozen" ? "/versions" : ""}`;
}
