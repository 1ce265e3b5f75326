// English: the page where anybody can check an archive or a fingerprint.
import type { ArchiveFinding, KnownKind } from "../../domain/proof";
import type { ProofWords } from "../nb/proof";

type Said = { readonly [Code in ArchiveFinding["code"]]: (finding: Extract<ArchiveFinding, { code: Code }>) => string };

const finding: Said = {
  notAnArchive: () => "This is not an archive from Samtun.",
  brokenOff: () => "The file is broken off or damaged: it ends in the middle, or something stands where it should not.",
  directoryChanged: () => "The table of contents of the zip file does not fit its files. Somebody has packed it anew, or added something.",
  fileChanged: ({ path }) => `${path} has been changed.`,
  fileMissing: ({ path }) => `${path} is missing.`,
  fileUnlisted: ({ path }) => `${path} does not belong to the archive.`,
  manifestUnreadable: () => "The list of files (manifest-sha256.txt) is missing or cannot be read.",
  notSigned: () => "The signature (signatur.json) is missing or cannot be read.",
  signatureWrong: () => "The signature does not fit the list of files.",
  unknownKey: () => "The archive was signed by somebody else than this installation.",
  journalUnreadable: () => "The extract of the journal (journal.json) is missing or cannot be read.",
  entryChanged: ({ seq }) => `Entry ${seq} of the extract of the journal has been changed.`,
  checkpointWrong: () => "The checkpoint of the extract of the journal does not hold.",
  textMissing: ({ hash }) => `The text with the fingerprint ${hash.slice(0, 12)}… is not in the archive.`,
};

const known: Record<KnownKind, string> = {
  version: "Yes. It is the fingerprint of a frozen text here.",
  file: "Yes. It is the fingerprint of a file that was submitted here.",
  approval: "Yes. It is the fingerprint of a decision that was made here.",
  archive: "Yes. It is the fingerprint of an archive that was made here.",
  entry: "Yes. It is the fingerprint of an entry in a journal here.",
  key: "Yes. It is the fingerprint of the key that signs here.",
};

export const proof: ProofWords = {
  title: "Check an archive or a fingerprint",
  lead: "For everybody who got something from a project in Samtun and wants to know whether it is genuine and unchanged. No sign-in needed.",
  archive: {
    title: "An archive",
    lead: "Choose the zip file, or drop it on the field. Every file, the signature and the journal are checked. Nothing is kept.",
    field: "Archive (zip)",
    limit: (size: string) => `At most ${size}.`,
    submit: "Check the archive",
    missing: "Choose a zip file first.",
    whole: "The archive is whole",
    wholeLead: (files: number) => `All ${files} files are as when the archive was made. The list of files is signed by this installation, and the extract of the journal holds together.`,
    broken: "The archive is not whole",
    brokenLead: "Something was changed, is missing or was added. Do not rely on it. Ask for it again from whoever sent it.",
    handedOver: (number: number, when: string) => `This is hand-over ${number}, sent to the municipality on ${when}.`,
    givenOut: (when: string) => `Exactly this archive was made here on ${when}.`,
    notGivenOut: "Exactly this zip file was not made here, byte for byte. If it is whole otherwise, it may come from another release of Samtun.",
    hash: "Fingerprint of the archive (SHA-256)",
  },
  hash: {
    title: "A fingerprint",
    lead: "The fingerprint stands on papers from Samtun, below the text. Capitals and spaces do not matter.",
    field: "Fingerprint (SHA-256)",
    submit: "Look it up",
    known,
    when: (when: string) => `From ${when}.`,
    unknown: "No. This installation does not know the fingerprint.",
    unknownAdvice: "See that you have all 64 characters. If one is wrong, it is another fingerprint.",
    notAHash: "This is no fingerprint. It must have 64 characters: the digits 0–9 and the letters a–f.",
    only: "We only say what kind of thing it is, and when it came to be. Never what stands in it, or whom it is about.",
  },
  key: {
    title: "The key that signs here",
    lead: "Everything signed by this installation can be checked with this key, also without us.",
    id: "Fingerprint of the key",
    earlier: "Earlier key",
    pem: "Public key (Ed25519)",
  },
  finding,
};
