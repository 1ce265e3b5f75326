// The toolbar above the text: styles, marks, lists, links, tables, and the list of shortcuts.
import type { Editor } from "@tiptap/core";
import { LinkIcon, QuestionmarkCircleIcon } from "@navikt/aksel-icons";
import { Fragment, useRef, type ChangeEvent } from "react";
import { headingLevels } from "../../domain/documents/rich-text";
import { useWords } from "../words";
import { useEditorFacts } from "./editor-facts";
import { ToolRow } from "./tool-row";
import { apply, isPossible, tableTools, textTools, type Tool } from "./tools";

export const toolbarId = "toolbar";

type ToolbarProps = { readonly editor: Editor; readonly textId: string; readonly onLink: () => void; readonly onShortcuts: () => void };

export function Toolbar({ editor, textId, onLink, onShortcuts }: ToolbarProps) {
  const { toolbar, shortcuts } = useWords().writing;
  const facts = useEditorFacts(editor, readFacts);
  const toText = () => void editor.commands.focus();
  const button = (tool: Tool) => (
    <ToolButton key={tool.name} label={tool.label(toolbar)} keys={tool.keys} isOn={facts.on[tool.name]} isPossible={facts.possible[tool.name] ?? true} onPress={() => apply(editor, tool.run)}>
      {tool.sign?.(toolbar) ?? tool.label(toolbar)}
    </ToolButton>
  );
  const [history, ...groups] = textTools;
  return (
    <>
      <ToolRow id={toolbarId} label={toolbar.label} controls={textId} onLeave={toText}>
        {history?.map(button)}
        <Gap />
        <StyleChoice editor={editor} style={facts.style} />
        {groups.map((group, index) => (
          <Fragment key={index}>
            <Gap />
            {group.map(button)}
            {index === 0 ? (
              <ToolButton label={toolbar.link} keys="Ctrl+K" isOn={facts.on.link} isPossible={editor.isEditable} onPress={onLink}><LinkIcon aria-hidden /></ToolButton>
            ) : null}
          </Fragment>
        ))}
        <Gap />
        <ToolButton label={shortcuts.title} keys="Ctrl+/" isPossible onPress={onShortcuts}><QuestionmarkCircleIcon aria-hidden /></ToolButton>
      </ToolRow>
      {facts.inTable ? (
        <ToolRow label={toolbar.tableTools} controls={textId} onLeave={toText}>{tableTools.map(button)}</ToolRow>
      ) : null}
    </>
  );
}

function readFacts(editor: Editor) {
  const tools = [...textTools.flat(), ...tableTools];
  const level = headingLevels.find((each) => editor.isActive("heading", { level: each }));
  return {
    inTable: editor.isActive("table"),
    style: level ?? 0,
    on: Object.fromEntries([["link", editor.isActive("link")], ...tools.map((tool) => [tool.name, tool.isOn?.(editor)])]) as Record<string, boolean | undefined>,
    possible: Object.fromEntries(tools.map((tool) => [tool.name, isPossible(editor, tool)])) as Record<string, boolean | undefined>,
  };
}

type ToolButtonProps = {
  readonly label: string;
  readonly keys?: string;
  readonly isOn?: boolean;
  readonly isPossible: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
};

/** A tool that cannot do anything here can still be reached and read, it only does nothing. */
function ToolButton({ label, keys, isOn, isPossible, onPress, children }: ToolButtonProps) {
  const said = keys ? `${label} (${keys})` : label;
  return (
    <button
      type="button" className="tool" data-tool="" data-tip={said} aria-label={label} aria-keyshortcuts={keys?.replace("Ctrl", "Control")}
      aria-pressed={isOn} aria-disabled={!isPossible || undefined}
      // the text keeps its selection while the mouse is down
      onMouseDown={(event) => event.preventDefault()} onClick={() => isPossible && onPress()}
    >
      {children}
    </button>
  );
}

function StyleChoice({ editor, style }: { readonly editor: Editor; readonly style: number }) {
  const { toolbar } = useWords().writing;
  const byPointer = useRef(false);
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    const level = headingLevels.find((each) => each === Number(event.target.value));
    // whoever chose with the mouse goes on writing; whoever uses the keyboard goes on choosing
    apply(editor, (chain) => (level ? chain.setHeading({ level }) : chain.setParagraph()), { focus: byPointer.current });
  };
  return (
    <select
      className="tool tool-style" data-tool="" aria-label={toolbar.style} value={style} onChange={choose} disabled={!editor.isEditable}
      onPointerDown={() => (byPointer.current = true)} onKeyDown={() => (byPointer.current = false)}
    >
      <option value={0}>{toolbar.paragraph}</option>
      {headingLevels.map((level) => <option key={level} value={level}>{toolbar.heading(level)}</option>)}
    </select>
  );
}

function Gap() {
  return <span className="tool-gap" aria-hidden="true" />;
}
