// The living text: the editor with its toolbar, who is here, whether it is saved, and what to do when the connection has ended.
import type { ReactNode } from "react";
import { useCallback, useRef, useState } from "react";
import type { DocumentId, MembershipId, UserId } from "../../domain/ids";
import type { LiveConnection } from "../live/connection";
import { useWords } from "../words";
import { useComingsAnnounced, useSavingAnnounced, useVoice } from "./announcer";
import { ClosedNotice } from "./closed-notice";
import { LinkDialog } from "./link-dialog";
import { LiveOutline } from "./live-outline";
import { Presence, useOthers } from "./presence";
import { PrivacyNotice } from "./privacy-notice";
import { answerOf, SaveAnswer, SaveLine } from "./save-state";
import { ShortcutList } from "./shortcut-list";
import { Toolbar, toolbarId } from "./toolbar";
import { useKeys } from "./use-keys";
import { useLive, useSaveState } from "./use-live";
import { useTextEditor } from "./use-text-editor";

const textId = "text";

export type LiveEditorProps = {
  readonly documentId: DocumentId;
  readonly schemaVersion: number;
  readonly title: string;
  readonly reader: { readonly userId: UserId; readonly membershipId: MembershipId; readonly displayName: string };
  readonly mayEdit: boolean;
  /** The text as the server had it, to read until the living one is here. */
  readonly children: ReactNode;
};

export function LiveEditor(props: LiveEditorProps) {
  const connection = useLive(props.documentId, props.reader.userId, props.schemaVersion);
  return connection ? <Connected {...props} connection={connection} /> : props.children;
}

function Connected({ connection, title, reader, mayEdit, children }: LiveEditorProps & { readonly connection: LiveConnection }) {
  const { writing } = useWords();
  const state = useSaveState(connection);
  const others = useOthers(connection.awareness, reader.membershipId);
  const [dialog, setDialog] = useState<"link" | "shortcuts" | null>(null);
  const [said, say] = useVoice();
  const [answers, setAnswers] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  const isOpen = state.kind !== "closed";
  const { editor, host } = useTextEditor(connection, state.isReady, { id: textId, label: writing.write.textLabel(title), isEditable: mayEdit && isOpen });

  useSavingAnnounced(state, mayEdit, say);
  useComingsAnnounced(others, say);
  useKeys(area, {
    save: () => {
      say(answerOf(state, writing.saving));
      setAnswers((count) => count + 1);
    },
    link: () => editor?.isEditable && setDialog("link"),
    shortcuts: () => setDialog("shortcuts"),
    toolbar: () => document.querySelector<HTMLElement>(`#${toolbarId} [data-tool][tabindex="0"]`)?.focus(),
  });
  const closeDialog = useCallback(() => setDialog(null), []);

  return (
    <div ref={area} className="live-editor">
      {state.reason ? <ClosedNotice reason={state.reason} onStartOver={connection.letGo} /> : null}
      <div className="editor-bar" hidden={!isOpen}>
        <div className="editor-status">
          <SaveLine state={state} mayEdit={mayEdit} />
          {/* without a line nobody knows who is here */}
          {isOpen && state.kind !== "offline" ? <Presence others={others} ownName={reader.displayName} /> : null}
        </div>
        {answers > 0 && mayEdit ? <SaveAnswer key={answers} state={state} /> : null}
        {editor && mayEdit && isOpen ? (
          <Toolbar editor={editor} textId={textId} onLink={() => setDialog("link")} onShortcuts={() => setDialog("shortcuts")} />
        ) : null}
      </div>
      {/* until the living text is here, the one the server had */}
      {editor ? null : children}
      <div className="document-layout" hidden={!editor}>
        {editor ? <LiveOutline editor={editor} /> : null}
        <div className="document-sheet editor-sheet" ref={host} />
      </div>
      {editor && mayEdit && isOpen ? <PrivacyNotice editor={editor} say={say} /> : null}
      {editor && dialog === "link" ? <LinkDialog editor={editor} onClose={closeDialog} /> : null}
      {dialog === "shortcuts" ? <ShortcutList onClose={closeDialog} /> : null}
      <p className="visually-hidden" role="status">{said}</p>
    </div>
  );
}
