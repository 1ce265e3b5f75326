// arkivmelding.xml: what the municipality's archive is told about a hand-over, as Fiks Arkiv (arkivmelding opprett, v1) wants it. Order matters.

export type ArchivedFile = {
  /** Where it lies in the package. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly mimeType: string;
  /** A: the one to keep. P: what it was made of. */
  readonly variant: "A" | "P";
  readonly format: string;
};
export type ArchivedDocument = { readonly title: string; readonly number: number; readonly version: number; readonly files: readonly ArchivedFile[] };

export type Arkivmelding = {
  readonly projectId: string;
  readonly projectName: string;
  readonly handoverId: string;
  readonly title: string;
  readonly publicTitle: string;
  readonly at: string;
  readonly day: string;
  readonly by: string;
  readonly sender: string;
  readonly recipient: string;
  /** Null when nothing is proposed to be kept from the public. */
  readonly statute: string | null;
  /** The first is the main document, the others go with it. */
  readonly documents: readonly ArchivedDocument[];
};

const namespace = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1";
const catalogue = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1";

type Xml = string;

export function writeArkivmelding(facts: Arkivmelding): string {
  const files = facts.documents.reduce((total, each) => total + each.files.length, 0);
  const body = [
    el("system", "Samtun"),
    el("antallFiler", String(files)),
    `<mappe xsi:type="saksmappe">${mappe(facts)}</mappe>`,
    `<registrering xsi:type="journalpost">${journalpost(facts)}</registrering>`,
  ].join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<arkivmelding xmlns="${namespace}" xmlns:n5mdk="${catalogue}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n${body}\n</arkivmelding>\n`;
}

/** The case folder is the project; the archive finds it again by our key. */
function mappe({ projectId, projectName, at, by }: Arkivmelding): Xml {
  return children([
    el("tittel", projectName), el("offentligTittel", projectName), el("opprettetDato", at), el("opprettetAv", by), externalKey("referanseEksternNoekkel", projectId),
    code("saksstatus", "B", "Under behandling"),
  ]);
}

function journalpost(facts: Arkivmelding): Xml {
  const { at, by, projectId, handoverId, title, publicTitle, statute, documents, sender, recipient, day } = facts;
  return children([
    el("opprettetDato", at), el("opprettetAv", by),
    wrap("referanseForelderMappe", [externalKey("n5mdk:referanseEksternNoekkel", projectId)]),
    ...(statute === null ? [] : [screening(statute)]),
    ...documents.map((document, index) => describe(facts, document, index)),
    el("tittel", title), el("offentligTittel", publicTitle),
    party("EA", "Avsender", sender), party("EM", "Mottaker", recipient),
    externalKey("referanseEksternNoekkel", handoverId),
    code("journalposttype", "I", "Inngående dokument"), code("journalstatus", "F", "Ferdigstilt"),
    el("dokumentetsDato", day), el("mottattDato", at), el("antallVedlegg", String(documents.length - 1)),
  ]);
}

function describe({ at, by, statute }: Arkivmelding, document: ArchivedDocument, index: number): Xml {
  return wrap("dokumentbeskrivelse", [
    code("dokumentstatus", "F", "Dokumentet er ferdigstilt"), el("tittel", document.title), el("opprettetDato", at), el("opprettetAv", by),
    index === 0 ? code("tilknyttetRegistreringSom", "H", "Hoveddokument") : code("tilknyttetRegistreringSom", "V", "Vedlegg"),
    el("dokumentnummer", String(document.number)),
    ...(statute === null ? [] : [screening(statute)]),
    ...document.files.map((file) => wrap("dokumentobjekt", [
      el("versjonsnummer", String(document.version)),
      file.variant === "A" ? code("variantformat", "A", "Arkivformat") : code("variantformat", "P", "Produksjonsformat"),
      code("format", file.format), el("mimeType", file.mimeType), el("filnavn", file.path.split("/").at(-1) ?? file.path), el("referanseDokumentfil", file.path),
      el("sjekksum", file.sha256), el("sjekksumAlgoritme", "SHA-256"), el("filstoerrelse", String(file.size)),
    ])),
  ]);
}

/** Proposed: the municipality decides. */
function screening(statute: string): Xml {
  return wrap("skjerming", [code("tilgangsrestriksjon", "UO", "Unntatt offentlighet"), el("skjermingshjemmel", statute)]);
}

function party(type: string, description: string, name: string): Xml {
  return wrap("korrespondansepart", [code("korrespondanseparttype", type, description), el("korrespondansepartNavn", name)]);
}

/** Codes, keys and references are types of the catalogue, and so are the elements in them. */
function code(name: string, value: string, description?: string): Xml {
  return `<${name}><n5mdk:kode>${escaped(value)}</n5mdk:kode>${description === undefined ? "" : `<n5mdk:beskrivelse>${escaped(description)}</n5mdk:beskrivelse>`}</${name}>`;
}

function externalKey(name: string, key: string): Xml {
  const inside = `<n5mdk:fagsystem>Samtun</n5mdk:fagsystem><n5mdk:noekkel>${escaped(key)}</n5mdk:noekkel>`;
  return `<${name}>${inside}</${name}>`;
}

function el(name: string, text: string): Xml {
  return `<${name}>${escaped(text)}</${name}>`;
}

function wrap(name: string, inside: readonly Xml[]): Xml {
  return `<${name}>${children(inside)}</${name}>`;
}

function children(inside: readonly Xml[]): Xml {
  return `\n${inside.join("\n")}\n`;
}

export function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
