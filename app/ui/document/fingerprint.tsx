// The hash of a frozen text: short to recognise, whole to check, and easy to copy.
import { useState, useSyncExternalStore } from "react";
import type { Hash } from "../../domain/ids";
import { useWords } from "../words";

export function Fingerprint({ hash }: { readonly hash: Hash }) {
  const { version } = useWords().documents;
  return (
    <details className="fingerprint-full">
      <summary>{version.fingerprint} <code>{hash.slice(0, 12)}</code></summary>
      <div className="stack" data-gap="small">
        <p className="fingerprint"><code>{hash}</code> <CopyButton text={hash} /></p>
        <p className="muted">{version.fingerprintLead}</p>
      </div>
    </details>
  );
}

/** Only where a script runs and the browser lets us write to its clipboard. */
function CopyButton({ text }: { readonly text: string }) {
  const { version } = useWords().documents;
  const canCopy = useSyncExternalStore(neverChanges, () => Boolean(navigator.clipboard), () => false);
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");
  if (!canCopy || state === "refused") return null;
  const copy = () => {
    navigator.clipboard.writeText(text).then(() => setState("copied"), () => setState("refused"));
  };
  return (
    <>
      <button type="button" className="ds-button" data-variant="secondary" data-size="sm" onClick={copy}>{version.copy}</button>
      <span role="status">{state === "copied" ? version.copied : ""}</span>
    </>
  );
}

/** Whether the browser has a clipboard does not change while the page stands. */
function neverChanges() {
  return () => undefined;
}
