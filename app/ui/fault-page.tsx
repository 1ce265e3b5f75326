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

/** A gate with nothing behind it. */
function LostPicture() {
  return (
    <svg className="pic" viewBox="0 0 144 72" aria-hidden="true" focusable="false">
      <path d="M0 66c34-12 110-12 144 0v6H0Z" className="pic-ground" />
      <path d="M14 30v34M130 30v34" className="pic-stroke" strokeWidth="5" strokeLinecap="round" />
      <path d="M14 40h30M14 54h30M100 40h30M100 54h30" className="pic-stroke" strokeWidth="3.5" strokeLinecap="round" />
      <path d="m50 36 20 8v22l-20-8Z" className="pic-cloth-2" />
      <circle cx="66" cy="55" r="2" className="pic-glass" />
      <path d="M78 66c6-16-8-20 0-34s20-10 16-22" className="pic-line" strokeWidth="4" strokeDasharray="2 9" strokeLinecap="round" />
    </svg>
  );
}
