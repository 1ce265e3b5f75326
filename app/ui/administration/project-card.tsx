// One project as its municipality's administrator sees it.
import { Link } from "@remix-run/react";
import type { ProjectId } from "../../domain/ids";
import type { ProjectModel } from "../../domain/project";
import { dayInOslo, type Day, type Instant } from "../../domain/time";
import { Card, DayText } from "../page";
import { useWords } from "../words";

type Project = {
  readonly id: ProjectId; readonly name: string; readonly model: ProjectModel; readonly homeCount: number; readonly moveInDay: Day | null;
  readonly foundedAt: Instant; readonly members: number; readonly openInvitations: number; readonly isMember: boolean;
  readonly milestones: { readonly reached: number; readonly awaitingDecision: number; readonly all: number };
};

export function ProjectCard({ project }: { readonly project: Project }) {
  const { administration } = useWords();
  const { facts } = administration;
  const { id, name, model, homeCount, moveInDay, foundedAt, members, openInvitations, milestones, isMember } = project;
  return (
    <Card>
      <div className="project-card-heading">
        <h2>{name}</h2>
        {isMember ? <Link className="ds-link" to={`/projects/${id}`} aria-label={`${administration.open}: ${name}`}>{administration.open}</Link> : null}
      </div>
      <p className="muted">{administration.model[model]}</p>
      <dl className="facts">
        <div><dt>{facts.milestones}</dt><dd>{administration.reached(milestones.reached, milestones.all)}</dd></div>
        <div><dt>{facts.awaiting}</dt><dd>{milestones.awaitingDecision}</dd></div>
        <div><dt>{facts.members}</dt><dd>{members}</dd></div>
        <div><dt>{facts.invitations}</dt><dd>{openInvitations}</dd></div>
        <div><dt>{facts.homes}</dt><dd>{homeCount}</dd></div>
        <div><dt>{facts.moveIn}</dt><dd>{moveInDay ? <DayText day={moveInDay} /> : administration.unknownDay}</dd></div>
        <div><dt>{facts.founded}</dt><dd><DayText day={dayInOslo(foundedAt)} /></dd></div>
      </dl>
    </Card>
  );
}
