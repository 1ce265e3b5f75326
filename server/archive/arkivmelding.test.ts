// arkivmelding.xml against what Fiks Arkiv (arkivmelding opprett, v1) asks: which elements, in which order, how often, from which namespace, of which form.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { hasPrograms } from "./readers-testing";
import { escaped, writeArkivmelding, type Arkivmelding } from "./arkivmelding";

const facts: Arkivmelding = {
  projectId: "p-1", projectName: "Solknatten & <venner>", handoverId: "h-1", title: "Tittel \"æøå\"", publicTitle: "Offentlig", at: "2026-11-24T10:00:00.000Z", day: "2026-11-24",
  by: "Forelder A", sender: "Foreldregruppa", recipient: "Drammen kommune", statute: "Offentleglova § 23",
  documents: [
    { title: "Prosjektplan", number: 1, version: 7, files: [{ path: "dokumenter/01-plan.pdf", sha256: "a".repeat(64), size: 10, mimeType: "application/pdf", variant: "A", format: "RA-PDF" }, { path: "data/01-plan.json", sha256: "b".repeat(64), size: 5, mimeType: "application/json", variant: "P", format: "JSON" }] },
    { title: "Journalutdrag", number: 2, version: 1, files: [{ path: "journal.json", sha256: "c".repeat(64), size: 9, mimeType: "application/json", variant: "A", format: "JSON" }] },
  ],
};

/** "name" once, "name?" at most once, "name*" any number, "a|b" at most one of them; in this order. `n5:` elements are the catalogue's. */
const code = "n5:kode n5:beskrivelse?";
const key = "n5:fagsystem n5:noekkel";
const children: Readonly<Record<string, string>> = {
  arkivmelding: "system regel? antallFiler mappe? registrering?",
  mappe: "systemID? mappeID? referanseForeldermappe? tittel offentligTittel? beskrivelse? noekkelord* dokumentmedium? opprettetDato? opprettetAv? avsluttetDato? avsluttetAv? arkivdel? virksomhetsspesifikkeMetadata? part* kryssreferanse* merknad* skjerming? gradering? klassifikasjon* referanseEksternNoekkel? mappetype? saksaar? sakssekvensnummer? saksdato? administrativEnhet? saksansvarlig? journalenhet? saksstatus? presedens* matrikkelnummer* byggident* planident* punkt* adresse*",
  registrering: "systemID? opprettetDato? opprettetAv? arkivertDato? arkivertAv? referanseForelderMappe|arkivdel part* skjerming? gradering? dokumentbeskrivelse* registreringsID? tittel offentligTittel? beskrivelse? noekkelord* forfatter* dokumentmedium? virksomhetsspesifikkeMetadata? merknad* kryssreferanse* korrespondansepart* klassifikasjon* referanseEksternNoekkel? journalaar? journalsekvensnummer? journalpostnummer? journalposttype journalstatus? journaldato? dokumentetsDato? mottattDato? sendtDato? forfallsdato? offentlighetsvurdertDato? antallVedlegg? journalenhet? dokumentflyt* presedens* avskrivningsdato?",
  dokumentbeskrivelse: "systemID? dokumenttype? dokumentstatus? tittel beskrivelse? forfatter* opprettetDato? opprettetAv? dokumentmedium? tilknyttetRegistreringSom dokumentnummer? tilknyttetDato? tilknyttetAv? part* merknad* skjerming? gradering? dokumentobjekt* referanseEksternNoekkel?",
  dokumentobjekt: "systemID? versjonsnummer? variantformat? format? formatDetaljer? mimeType? opprettetDato? opprettetAv? filnavn referanseDokumentfil sjekksum? sjekksumAlgoritme? filstoerrelse?",
  skjerming: "tilgangsrestriksjon skjermingshjemmel skjermingOpphoererDato? skjermingOpphoererAksjon?",
  korrespondansepart: "korrespondansepartID? korrespondanseparttype erBehandlingsansvarlig? korrespondansepartNavn organisasjonid|personid postadresse* postnummer? poststed? land? epostadresse? telefonnummer* kontaktperson? administrativEnhet? saksbehandler? erSkjermet? erPersonnavn? forsendelsesmaate? deresReferanse? avskrivning*",
  referanseForelderMappe: "n5:systemID? n5:mappeID? n5:saksnummer? n5:referanseEksternNoekkel?",
  "n5:referanseEksternNoekkel": key, referanseEksternNoekkel: key,
  ...Object.fromEntries(["saksstatus", "journalposttype", "journalstatus", "dokumentstatus", "dokumenttype", "tilknyttetRegistreringSom", "variantformat", "format", "tilgangsrestriksjon", "korrespondanseparttype"].map((name) => [name, code])),
};
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const forms: Readonly<Record<string, RegExp>> = { antallFiler: /^\d+$/, opprettetDato: dateTime, mottattDato: dateTime, dokumentetsDato: /^\d{4}-\d\d-\d\d$/, antallVedlegg: /^\d+$/, versjonsnummer: /^\d+$/, dokumentnummer: /^\d+$/, filstoerrelse: /^\d+$/, sjekksum: /^[0-9a-f]{64}$/ };

type Element = { readonly name: string; readonly attributes: string; readonly children: Element[]; text: string };

test.each([["with a ground", facts], ["open to all", { ...facts, statute: null }]])("[H10] every element stands where it may, as often as it may, %s", (_, asked) => {
  const root = parse(writeArkivmelding(asked));
  const faults: string[] = [];
  check(root, faults);
  expect(faults).toEqual([]);
  expect(root.attributes).toContain('xmlns="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1"');
  expect(root.attributes).toContain('xmlns:n5mdk="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1"');
  expect(find(root, "mappe")[0]?.attributes).toContain('xsi:type="saksmappe"');
  expect(find(root, "registrering")[0]?.attributes).toContain('xsi:type="journalpost"');
  expect(find(root, "antallFiler")[0]?.text).toBe(String(find(root, "dokumentobjekt").length));
  expect(find(root, "skjermingshjemmel").length).toBe(asked.statute === null ? 0 : 3);
  expect(find(root, "tilknyttetRegistreringSom").map((each) => each.children[0]?.text)).toEqual(["H", "V"]);
});

test("[H10] the check itself finds what is out of order, missing, too many, or of another namespace", () => {
  const good = writeArkivmelding(facts);
  const spoilt = [
    good.replace(/<system>.*<\/system>\n/, ""),
    good.replace(/(<system>.*<\/system>)\n(<antallFiler>.*<\/antallFiler>)/, "$2\n$1"),
    good.replace("<filnavn>", "<sjekksum>x</sjekksum><filnavn>"),
    good.replace(/n5mdk:kode/g, "kode"),
    good.replace(/<journalposttype>.*?<\/journalposttype>/s, ""),
    good.replace(/<opprettetDato>[^<]*/, "<opprettetDato>i går"),
    good.replace(/<tittel>/, "<tittel></tittel><tittel>"),
  ];
  for (const [index, xml] of spoilt.entries()) {
    const faults: string[] = [];
    check(parse(xml), faults);
    expect([index, faults.length > 0]).toEqual([index, true]);
  }
});

test.runIf(hasPrograms("xmllint"))("[H10] it is well-formed for another program too, and what people wrote comes back whole", () => {
  const xml = writeArkivmelding(facts);
  expect(execFileSync("xmllint", ["--noout", "-"], { input: xml, encoding: "utf8" })).toBe("");
  const title = execFileSync("xmllint", ["--xpath", "string(//*[local-name()='registrering']/*[local-name()='tittel'])", "-"], { input: xml, encoding: "utf8" });
  expect(title.trim()).toBe("Tittel \"æøå\"");
  expect(escaped("a\u0001<b>&\"")).toBe("a&lt;b&gt;&amp;&quot;");
});

function check(element: Element, faults: string[]): void {
  const model = children[element.name];
  if (model === undefined) {
    if (element.children.length > 0) faults.push(`${element.name} may hold no elements`);
    if (element.text === "") faults.push(`${element.name} is empty`);
    const form = forms[element.name];
    if (form && !form.test(element.text)) faults.push(`${element.name} is "${element.text}"`);
    return;
  }
  let at = 0;
  for (const slot of model.split(" ")) {
    const names = slot.replace(/[?*]$/, "").split("|");
    let count = 0;
    while (names.includes(element.children[at]?.name ?? "") && (slot.endsWith("*") || count === 0)) [at, count] = [at + 1, count + 1];
    if (count === 0 && !/[?*]$/.test(slot) && names.length === 1) faults.push(`${element.name} lacks ${slot}`);
  }
  if (at < element.children.length) faults.push(`${element.name}: ${element.children[at]?.name} stands where it may not`);
  for (const child of element.children) check(child, faults);
}

function find(element: Element, name: string): Element[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => find(child, name))];
}

/** Our own XML has neither comments nor sections; whatever else stands there is a fault. */
function parse(xml: string): Element {
  const root: Element = { name: "", attributes: "", children: [], text: "" };
  const open = [root];
  const rest = xml.replace(/^<\?xml[^>]*\?>\n/, "").replace(/<(\/?)([\w:]+)([^>]*)>|[^<]+/g, (part, closing: string | undefined, name: string | undefined, attributes: string | undefined) => {
    const here = open.at(-1) as Element;
    if (name === undefined) here.text += part.trim();
    else if (closing) open.pop();
    else {
      const child: Element = { name: name.replace("n5mdk:", "n5:"), attributes: attributes ?? "", children: [], text: "" };
      here.children.push(child);
      open.push(child);
    }
    return "";
  });
  expect([rest, open.length]).toEqual(["", 1]);
  return root.children[0] as Element;
}
