// The whole front page in a few short sentences, in easy language.
import { formatDay, formatList, formatMonth } from "../../words/format";
import { useLanguage, useWords } from "../words";
import type { SharedFront } from "./front-data";
import { rolesInWords } from "./roles-in-words";

/** The sentences, for the box and for the page that is nothing else. */
export function useEasySentences(front: SharedFront): string[] {
  const words = useWords();
  const language = useLanguage();
  const { full: say, phaseEasy } = words.front;
  const here = front.phases.find((each) => each.state === "here");
  return [
    ...(here ? [phaseEasy[here.phase]] : []),
    say.easyReached(front.reached, front.total),
    ...(front.waitingFor.length > 0 ? [say.easyWait(formatList(rolesInWords(words, front.waitingFor), language))] : []),
    ...(front.moveIn && !front.moveIn.isPast ? [say.easyMoveIn(formatDay(front.moveIn.day, language))] : []),
    ...(front.forecast ? [say.easyForecast(formatMonth(front.forecast.likely, language), formatMonth(front.forecast.late, language))] : []),
  ];
}

export function EasyBox({ front }: { readonly front: SharedFront }) {
  const { full: say } = useWords().front;
  return (
    <section className="card easy-box" aria-labelledby="easy-box">
      <h2 id="easy-box">{say.easy}</h2>
      {useEasySentences(front).map((sentence) => <p key={sentence}>{sentence}</p>)}
    </section>
  );
}
