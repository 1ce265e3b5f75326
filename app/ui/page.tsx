// The parts every page is put together from: heading, sections, cards, tags, dates, buttons that send a form.
import { useNavigation } from "@remix-run/react";
import { useId, type ReactNode } from "react";
import type { Day, Instant } from "../domain/time";
import { formatDay, formatInstant, formatShortDay } from "../words/format";
import { useLanguage } from "./words";

/** The one h1 of the page, with what belongs above (`kicker`), below (`lead`) and beside it (`actions`). */
export function PageHeading(props: { readonly title: string; readonly lead?: ReactNode; readonly kicker?: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className="page-heading">
      <div className="page-heading-text">
        {props.kicker ? <p className="kicker">{props.kicker}</p> : null}
        <h1>{props.title}</h1>
        {props.lead ? <p className="lead">{props.lead}</p> : null}
      </div>
      {props.actions ? <div className="button-row">{props.actions}</div> : null}
    </div>
  );
}

/** A part of the page under its own h2. */
export function Section(props: { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode; readonly actions?: ReactNode; readonly gap?: "large" }) {
  const id = useId();
  return (
    <section className="section" data-gap={props.gap} aria-labelledby={id}>
      <div className="section-heading">
        <h2 id={id}>{props.title}</h2>
        {props.actions}
      </div>
      {props.lead ? <p className="section-lead">{props.lead}</p> : null}
      {props.children}
    </section>
  );
}

export function Card(props: { readonly children: ReactNode; readonly tone?: "plain" | "tinted" | "warm" }) {
  return <div className="card" data-tone={props.tone ?? "plain"}>{props.children}</div>;
}

/** Said where a list would have been: what is not here yet, and how it comes here. */
export function EmptyState(props: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{props.title}</p>
      {props.children}
    </div>
  );
}

export type Tone = "neutral" | "accent" | "waiting" | "good" | "bad";
const toneColour = { neutral: "neutral", accent: "accent", waiting: "warning", good: "success", bad: "danger" } as const;

/** A state in words; its colour only repeats what the words say. */
export function StateTag(props: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className="ds-tag state-tag" data-color={toneColour[props.tone]}>{props.children}</span>;
}

type SubmitProps = {
  readonly children: ReactNode;
  readonly variant?: "primary" | "secondary" | "tertiary";
  readonly tone?: "accent" | "danger" | "neutral";
  readonly name?: string;
  readonly value?: string;
  readonly size?: "sm" | "md";
};

/** Sends its form; while the form is on its way a second press does nothing, and the button says that it is busy. */
export function Submit(props: SubmitProps) {
  const navigation = useNavigation();
  const { children, variant = "primary", tone, name, value, size } = props;
  const busy = navigation.state !== "idle" && navigation.formData !== undefined && (!name || navigation.formData.get(name) === (value ?? ""));
  return (
    <button
      type="submit" className="ds-button" data-variant={variant} data-color={tone} data-size={size} name={name} value={value}
      aria-busy={busy || undefined} aria-disabled={busy || undefined}
      onClick={(event) => { if (busy) event.preventDefault(); }}
    >
      {children}
    </button>
  );
}

export function DayText(props: { readonly day: Day; readonly short?: boolean }) {
  const language = useLanguage();
  return <time dateTime={props.day}>{props.short ? formatShortDay(props.day, language) : formatDay(props.day, language)}</time>;
}

export function InstantText(props: { readonly at: Instant }) {
  return <time dateTime={props.at}>{formatInstant(props.at, useLanguage())}</time>;
}

/** A table that scrolls sideways in its own place when the screen is narrow; `label` says what it holds. */
export function WideTable(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // a region that scrolls must be reachable by keyboard
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="wide-table" role="region" aria-label={props.label} tabIndex={0}>
      <table className="ds-table">{props.children}</table>
    </div>
  );
}
