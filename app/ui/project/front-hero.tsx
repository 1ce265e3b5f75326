// The top of the front page: where the project is and who it waits for, in two sentences, and the road as a picture.
import { Link } from "@remix-run/react";
import { formatList, formatMonth } from "../../words/format";
import { DayText } from "../page";
import { useLanguage, useWords } from "../words";
import type { FullFrontData } from "./front-data";
import { PathPicture } from "./path-picture";
import { rolesInWords } from "./roles-in-words";

export function FrontHero({ front, base }: { readonly front: FullFrontData; readonly base: string }) {
  const words = useWords();
  const language = useLanguage();
  const { full: say } = words.front;
  const { phase, model } = words.project;
  const number = front.phases.findIndex((each) => each.state === "here") + 1;
  const here = front.phases[number - 1];
  const waiting = front.waited.filter((each) => each.move === "decide");
  return (
    <section className="front-hero" aria-labelledby="front-title">
      <div className="front-hero-text">
        <p className="kicker">{model[front.model]}</p>
        <h1 id="front-title">{say.title}</h1>
        {here ? <p className="lead">{say.place(number, front.phases.length, phase[here.phase])}</p> : null}
        {waiting.slice(0, 2).map((each, index) => (
          <p key={each.code}>
            {front.yours.some((one) => one.code === each.code && one.move === "decide")
              ? say.waitingOnYou(each.title, each.days, index > 0)
              : say.waitingOn(each.title, formatList(rolesInWords(words, each.roles), language), each.days, index > 0)}
          </p>
        ))}
        {waiting.length === 0 ? <p>{say.nothingWaits}</p> : null}
        <MoveIn moveIn={front.moveIn} />
        <Forecast forecast={front.forecast} base={base} />
      </div>
      <div className="front-hero-picture">
        <PathPicture reached={front.reached} underWay={front.waited.length} total={front.total} text={say.pathPicture(front.reached, front.total)} />
        <p className="muted">{say.pathText(front.reached, front.total)}</p>
      </div>
    </section>
  );
}

/** The goal and how far away it is. */
function MoveIn({ moveIn }: Pick<FullFrontData, "moveIn">) {
  const { full: say } = useWords().front;
  if (!moveIn) return <p className="move-in">{say.moveInUnknown}</p>;
  const left = moveIn.isPast ? say.moveInPassed : moveIn.months === 0 ? say.moveInSoon : say.moveInLeft(moveIn.months);
  return <p className="move-in"><strong>{say.moveIn} <DayText day={moveIn.day} />.</strong> {left}</p>;
}

/** [T9] What will probably come of it, and what decides that. */
function Forecast({ forecast, base }: Pick<FullFrontData, "forecast"> & { readonly base: string }) {
  const { full: say } = useWords().front;
  const language = useLanguage();
  if (!forecast) return null;
  return (
    <p className="move-in-forecast">
      {say.forecast(formatMonth(forecast.likely, language), formatMonth(forecast.late, language))}
      {forecast.drivers.length > 0 ? ` ${say.forecastDrivers(formatList(forecast.drivers.map(say.forecastDriver), language))}` : null}{" "}
      <Link to={`${base}/timeline`}>{say.forecastMore}</Link>
    </p>
  );
}
