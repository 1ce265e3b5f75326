// Said when the connection has ended for good: what happened and what to do. The text stays to be read; what was written is kept.
import { Link, useLocation } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import type { ClosedReason } from "../live/save-state";
import { useWords } from "../words";

/** `onStartOver`: lets go of what was written here and is not stored. */
export function ClosedNotice({ reason, onStartOver }: { readonly reason: ClosedReason; readonly onStartOver: () => Promise<void> }) {
  const { closed, write } = useWords().writing;
  const { pathname } = useLocation();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  const reload = <button type="button" className="ds-button" onClick={() => window.location.reload()}>{write.reload}</button>;
  switch (reason) {
    case "accessEnded":
      return <Notice of={notice} happened={closed.accessEnded} advice={closed.accessEndedAdvice}><Link className="ds-button" to="/projects">{closed.toProjects}</Link></Notice>;
    case "signedOut":
      return <Notice of={notice} happened={closed.signedOut} advice={closed.signedOutAdvice}><a className="ds-button" href={`/sign-in?next=${encodeURIComponent(pathname)}`}>{closed.signIn}</a></Notice>;
    case "reload":
      return <Notice of={notice} happened={closed.reloadNeeded} advice={closed.reloadNeededAdvice}>{reload}</Notice>;
    case "notFound":
      return <Notice of={notice} happened={closed.gone} advice={closed.goneAdvice}><Link className="ds-button" to="/projects">{closed.toProjects}</Link></Notice>;
    case "tooLarge":
      return <Notice of={notice} happened={closed.tooLarge} advice={closed.tooLargeAdvice}><button type="button" className="ds-button" onClick={() => void onStartOver().then(() => window.location.reload())}>{closed.startOver}</button></Notice>;
    case "fault":
      return <Notice of={notice} happened={closed.faulty} advice={closed.faultyAdvice}>{reload}</Notice>;
  }
}

type NoticeProps = { readonly of: React.Ref<HTMLDivElement>; readonly happened: string; readonly advice: string; readonly children: ReactNode };

function Notice({ of, happened, advice, children }: NoticeProps) {
  return (
    <div ref={of} className="ds-alert notice" data-color="warning" role="alert" tabIndex={-1}>
      <p className="notice-happened">{happened}</p>
      <p>{advice}</p>
      <div className="button-row">{children}</div>
    </div>
  );
}
