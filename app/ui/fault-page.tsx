// The page that says what went wrong, in the reader's words, and what to do now. For the root and for every layout's ErrorBoundary.
import { isRouteErrorResponse, Link, useLocation } from "@remix-run/react";
import type { Words } from "../words/nb";
import { useWords } from "./words";

type FaultWords = { readonly title: string; readonly text: string };

/** The status of what was thrown; anything that is no answer is a fault of ours. */
export function statusOf(thrown: unknown): number {
  return isRouteErrorResponse(thrown) ? thrown.status : 500;
}

export function faultWords(words: Words, status: number): FaultWords {
  const { faults } = words.shell;
  if (status === 401) return faults.signInNeeded;
  if (status === 403) return faults.notAllowed;
  if (status === 404 || status === 410) return faults.notFound;
  if (status === 409) return faults.changed;
  if (status === 429) return faults.tooMany;
  return status >= 400 && status < 500 ? faults.refused : faults.broken;
}

export function FaultPage({ thrown, signedIn }: { readonly thrown: unknown; readonly signedIn: boolean }) {
  const words = useWords();
  const location = useLocation();
  const status = statusOf(thrown);
  const { title, text } = faultWords(words, status);
  const { faults } = words.shell;
  const here = location.pathname + location.search;
  return (
    <div className="fault-page">
      <LostPicture />
      <p className="kicker">{faults.code(status)}</p>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <div className="button-row">
        {status === 401 ? <a className="ds-button" href={`/sign-in?next=${encodeURIComponent(here)}`}>{faults.toSignIn}</a> : null}
        {[409, 429].includes(status) || status >= 500 ? <a className="ds-button" href={here}>{faults.again}</a> : null}
        <Link className="ds-button" data-variant="secondary" to={signedIn ? "/projects" : "/"}>{signedIn ? faults.toProjects : faults.toFrontPage}</Link>
      </div>
    </div>
  );
}

/** A signpost that points both ways. */
function LostPicture() {
  return (
    <svg className="pic" viewBox="0 0 160 110" aria-hidden="true" focusable="false">
      <ellipse cx="80" cy="100" rx="76" ry="10" className="pic-ground" />
      <path d="M20 72h4v27h-4zM138 84h4v16h-4z" className="pic-trunk" />
      <circle cx="22" cy="64" r="17" className="pic-leaf" />
      <circle cx="140" cy="77" r="13" className="pic-leaf-2" />
      <path d="M76 14h8v88h-8z" className="pic-table" />
      <path d="M70 22h44l12 11-12 11H70Z" className="pic-cloth-1" />
      <path d="M90 52H50L38 63l12 11h40Z" className="pic-cloth-3" />
      <path d="M80 33h24M80 63H62" className="pic-light" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
