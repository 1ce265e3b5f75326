// Where a person is signed in: browser, since when, until when.
import type { Instant } from "../../domain/time";
import { formatInstant } from "../../words/format";
import { StateTag } from "../page";
import { useLanguage, useWords } from "../words";

type Session = {
  readonly id: string; readonly beganAt: Instant; readonly expiresAt: Instant; readonly isThis: boolean;
  readonly device: { readonly browser: string | null; readonly system: string | null };
};

export function SessionList({ sessions }: { readonly sessions: readonly Session[] }) {
  const { page } = useWords().account;
  const language = useLanguage();
  return (
    <ul className="row-list">
      {sessions.map(({ id, beganAt, expiresAt, device, isThis }) => (
        <li key={id}>
          <p className="session-line"><strong>{page.device(device.browser, device.system)}</strong>{isThis ? <StateTag tone="accent">{page.thisSession}</StateTag> : null}</p>
          <p className="muted">{page.since(formatInstant(beganAt, language))}, {page.until(formatInstant(expiresAt, language))}</p>
        </li>
      ))}
    </ul>
  );
}
