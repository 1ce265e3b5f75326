// What a proof can find, and each finding as an English sentence that says what is wrong and where. For the command, whose readers run servers.
import type { Hash, ProjectId } from "../../app/domain/ids";

export type Finding =
  | { code: "entryMissing"; seq: number }
  | { code: "entryUnreadable"; seq: number }
  | { code: "entryChanged"; seq: number }
  | { code: "entryUnchained"; seq: number }
  | { code: "checkpointForged"; seq: number; where: "database" | "file" }
  | { code: "checkpointOfUnknownKey"; seq: number; keyId: Hash; where: "database" | "file" }
  | { code: "checkpointMissing"; seq: number }
  | { code: "journalCut"; seq: number; entries: number; where: "database" | "file" }
  | { code: "journalRewritten"; seq: number; where: "database" | "file" }
  | { code: "rowMissing"; table: string; key: string; seq: number }
  | { code: "rowChanged"; table: string; key: string; column: string; seq: number }
  | { code: "rowUntold"; table: string; key: string }
  | { code: "contentChanged"; key: string; column: "content" | "state" | "hash" }
  | { code: "cacheWrong"; key: string }
  | { code: "fileMissing" | "fileChanged"; key: string; hash: Hash }
  | { code: "stateUntold"; key: string; state: string; seq: number };

export type ProjectProof = {
  readonly projectId: ProjectId;
  /** Null: only the file beside the database knows of it. */
  readonly name: string | null;
  readonly entries: number;
  /** Good ones, of the database and the file together; and the last entry one of them covers. */
  readonly checkpoints: number;
  readonly sealedTo: number;
  readonly versions: number;
  /** Attachments whose bytes are kept. */
  readonly files: number;
  readonly findings: readonly Finding[];
};

const column: Readonly<Record<string, string>> = {
  textHash: "the words in it", decisionHash: "the decision, its authority, remark, proof or conditions",
  turnHash: "the turn or its reason", declarationHash: "the declaration", changeHash: "the change, or its reason",
  proposalHash: "the proposal, its reason or its proof", answerHash: "the answer, its reason or its proof",
  definition: "what they are, worked out from what they are now and every change since,",
};

export function findingSentence(finding: Finding): string {
  switch (finding.code) {
    case "entryMissing":
      return `entry ${finding.seq} of the journal is missing`;
    case "entryUnreadable":
      return `entry ${finding.seq} of the journal cannot be read`;
    case "entryChanged":
      return `entry ${finding.seq} of the journal does not say what it said when it was written (table journal)`;
    case "entryUnchained":
      return `entry ${finding.seq} of the journal does not follow from the one before: something was changed, removed or moved there (table journal)`;
    case "checkpointForged":
      return `the checkpoint of entry ${finding.seq} in the ${finding.where} was not signed as it stands`;
    case "checkpointOfUnknownKey":
      return `the checkpoint of entry ${finding.seq} in the ${finding.where} is signed with a key that is not ours (${finding.keyId.slice(0, 16)})`;
    case "checkpointMissing":
      return `the checkpoint of entry ${finding.seq} is in the file and not in the database (table checkpoint)`;
    case "journalCut":
      return `the journal ends at entry ${finding.entries}, but a checkpoint in the ${finding.where} was signed when there were ${finding.seq}: entries were cut off its end`;
    case "journalRewritten":
      return `the journal up to entry ${finding.seq} is not the one that was signed (checkpoint in the ${finding.where}): it has been rewritten`;
    case "fileMissing":
      return `the file of attachment ${finding.key} (SHA-256 ${finding.hash}) is not in the folder of files`;
    case "fileChanged":
      return `the file of attachment ${finding.key} is not the one that was added (SHA-256 ${finding.hash})`;
    case "rowMissing":
      return `entry ${finding.seq} tells of ${finding.table} ${finding.key}, which is not there any more`;
    case "rowChanged":
      return `${finding.table} ${finding.key}: ${column[finding.column] ?? `column ${finding.column}`} is not as entry ${finding.seq} says`;
    case "rowUntold":
      return `${finding.table} ${finding.key} is there, but no entry of the journal tells of it`;
    case "contentChanged":
      return `version ${finding.key}: column ${finding.column} is not what its hash was taken of`;
    case "cacheWrong":
      return `document ${finding.key}: the content that is shown (table document_content) is not what its edits say`;
    case "stateUntold":
      return `milestone ${finding.key} stands as "${finding.state}", which ${finding.seq === 0 ? "no entry of the journal tells of" : `does not follow from entry ${finding.seq}`}`;
  }
}
