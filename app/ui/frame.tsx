// The frame around every page: the way past the menu, header, demo note, the page itself, footer.
import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ColourScheme } from "../domain/preference";
import { Choices } from "./choices";
import { Mark } from "./mark";
import { useWords } from "./words";

export type FrameData = {
  readonly colourScheme: ColourScheme;
  readonly isDemo: boolean;
  readonly accessibilityStatementUrl: string | null;
  readonly visitor: { readonly name: string; readonly isAdministrator: boolean } | null;
};

/** Shown when the frame's own data could not be read: a stranger's view of it. */
export const strangersFrame: FrameData = { colourScheme: "auto", isDemo: false, accessibilityStatementUrl: null, visitor: null };

export function Frame({ frame, children }: { readonly frame: FrameData; readonly children: ReactNode }) {
  const words = useWords();
  return (
    <div className="frame">
      <div>
        <a className="skip-link" href="#content">{words.shell.skipToContent}</a>
        <header className="frame-header">
          <div className="frame-header-row">
            <Link className="brand" to="/" aria-label={words.shell.toFrontPage}><Mark />{words.shell.name}</Link>
            <Menu visitor={frame.visitor} />
            <Choices colourScheme={frame.colourScheme} />
          </div>
        </header>
        {frame.isDemo ? <aside className="demo-note" aria-label={words.shell.demo.label}><p>{words.shell.demo.note} <Link to="/dev/mail">{words.shell.demo.mail}</Link></p></aside> : null}
      </div>
      <main id="content" className="frame-main" tabIndex={-1}><div className="page">{children}</div></main>
      <Footer accessibilityStatementUrl={frame.accessibilityStatementUrl} />
    </div>
  );
}

function Menu({ visitor }: Pick<FrameData, "visitor">) {
  const words = useWords();
  return (
    <nav className="frame-menu" aria-label={words.shell.mainNavigation}>
      <ul>
        {visitor ? (
          <>
            <li><NavLink to="/projects">{words.shell.projects}</NavLink></li>
            {visitor.isAdministrator ? <li><NavLink to="/administration">{words.shell.administration}</NavLink></li> : null}
            <li><NavLink to="/account">{words.shell.account}</NavLink></li>
            <li>
              <form method="post" action="/sign-out">
                <button type="submit">{words.shell.signOut}<span className="visually-hidden"> ({words.shell.signedInAs(visitor.name)})</span></button>
              </form>
            </li>
          </>
        ) : <li><NavLink to="/sign-in">{words.shell.signIn}</NavLink></li>}
      </ul>
    </nav>
  );
}

function Footer({ accessibilityStatementUrl }: Pick<FrameData, "accessibilityStatementUrl">) {
  const { footer } = useWords().shell;
  return (
    <footer className="frame-footer">
      <div className="frame-footer-row">
        <p>{footer.about}</p>
        <p>
          {accessibilityStatementUrl ? <><a href={accessibilityStatementUrl}>{footer.accessibility}</a><br /></> : null}
          {footer.accessibilityContact}
        </p>
        <p>{footer.privacy}<br /><Link to="/verify">{footer.verify}</Link></p>
      </div>
    </footer>
  );
}
