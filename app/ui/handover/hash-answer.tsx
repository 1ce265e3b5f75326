// Whether this installation knows a fingerprint: what kind of thing it is and when it came to be, and nothing more.
import type { Hash } from "../../domain/ids";
import type { KnownHash } from "../../domain/proof";
import { formatInstant } from "../../words/format";
import { useLanguage, useWords } from "../words";

export function HashAnswer({ asked }: { readonly asked: { readonly hash: Hash | null; readonly known: KnownHash | null } }) {
  const { hash: say } = useWords().proof;
  const language = useLanguage();
  const { hash, known } = asked;
  return (
    <div className="ds-alert notice" role="status" data-color={known ? "success" : hash ? "warning" : "danger"}>
      {known ? (
        <p>{say.known[known.kind]} {known.at ? say.when(formatInstant(known.at, language)) : null}</p>
      ) : hash ? <><p>{say.unknown}</p><p>{say.unknownAdvice}</p></> : <p>{say.notAHash}</p>}
    </div>
  );
}
