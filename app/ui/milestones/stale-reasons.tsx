// Why an approval does not hold now, beside what has changed in its texts: conditions, what it stands on, and the model.
import { dayInOslo } from "../../domain/time";
import type { StaleReason } from "../../domain/staleness";
import { formatDay, formatList } from "../../words/format";
import { useLanguage, useWords } from "../words";
import { sentence } from "./who";

/** The texts that have moved are told by the panel around this. */
export function StaleReasons({ reasons }: { readonly reasons: readonly StaleReason[] }) {
  const language = useLanguage();
  const words = useWords();
  const { reasons: say } = words.approvals;
  const told = reasons.flatMap((each) => {
    switch (each.kind) {
      case "contentMoved":
        return [];
      case "conditionMissed":
        return [{ key: each.conditionId as string, what: say.conditionMissed(sentence(words.milestones.whose[each.ownerRole]), formatDay(each.dueDay, language)), todo: say.conditionTodo }];
      case "groundReopened":
        return [{ key: each.code, what: say.groundReopened[each.turn](each.code, formatDay(dayInOslo(each.since), language), each.byName ? words.milestones.page.by(each.byName, words.roles.role[each.byRole]) : words.milestones.whose[each.byRole]), todo: say.groundTodo }];
      case "definitionChanged":
        return [{
          key: "definition", what: say.definitionChanged(formatList(each.fields.map((field) => say.definitionField[field]), language), formatDay(dayInOslo(each.since), language)), todo: say.definitionTodo,
        }];
      case "fileRemoved":
        return [{ key: `file-${each.number}`, what: say.fileRemoved[each.replaced ? "replaced" : "gone"](each.number, formatDay(dayInOslo(each.since), language), each.byName ? words.milestones.page.by(each.byName, words.roles.role[each.byRole]) : words.milestones.whose[each.byRole]), todo: say.askTodo }];
      case "modelSwitched":
        return [{ key: "model", what: say.modelSwitched(each.from, each.to, formatDay(dayInOslo(each.since), language)), todo: say.askTodo }];
    }
  });
  return <>{told.map(({ key, what, todo }) => <p key={key}>{what} {todo}</p>)}</>;
}
