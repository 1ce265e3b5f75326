// The front page for strangers; whoever is signed in goes straight to their projects. In the demo one chooses here whom to be.
import { redirect, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DemoPicker } from "../ui/landing/demo-picker";
import styles from "../ui/landing/landing.css?url";
import { ApprovalPicture, HomePicture, PathPicture, PlanPicture } from "../ui/landing/point-pictures";
import { YardPicture } from "../ui/landing/yard-picture";
import { Section } from "../ui/page";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.visitor) throw redirect("/projects");
  const demo = context.mode === "demo" ? await context.views.demoPeople() : null;
  return { demo: demo?.ok ? demo.value : null };
}

export default function FrontPage() {
  const { demo } = useLoaderData<typeof loader>();
  const { landing, shell } = useWords();
  return (
    <>
      <div className="landing-hero">
        <div className="landing-hero-text">
          <h1>{landing.heading}</h1>
          <p className="lead">{landing.lead}</p>
          {demo ? null : <Link className="ds-button" to="/sign-in">{shell.signIn}</Link>}
        </div>
        <YardPicture text={landing.pictureText} />
      </div>
      {demo ? <DemoPicker projectName={demo.projectName} people={demo.people} /> : null}
      <Section title={landing.pointsHeading} gap="large">
        <ul className="landing-points">
          <Point picture={<PlanPicture />} {...landing.points.plan} />
          <Point picture={<PathPicture />} {...landing.points.path} />
          <Point picture={<ApprovalPicture />} {...landing.points.approval} />
          <Point picture={<HomePicture />} {...landing.points.privacy} />
        </ul>
      </Section>
      <Section title={landing.partiesHeading} gap="large">
        <div className="landing-parties">
          {[landing.parties.parents, landing.parties.municipality, landing.parties.services].map((party) => (
            <div key={party.heading}><h3>{party.heading}</h3><p>{party.text}</p></div>
          ))}
        </div>
      </Section>
      <section className="landing-begin" aria-labelledby="begin">
        <h2 id="begin">{landing.begin.heading}</h2>
        <ol className="landing-steps">{landing.begin.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      </section>
    </>
  );
}

function Point(props: { readonly picture: JSX.Element; readonly heading: string; readonly text: string }) {
  return (
    <li>
      {props.picture}
      <div><h3>{props.heading}</h3><p>{props.text}</p></div>
    </li>
  );
}
