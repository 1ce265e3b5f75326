// Bokmål: every no the system can give: what happened, and what to do about it.
import type { FieldFault, RefusalCode } from "../../domain/refusal";

/** `happened` is a whole sentence; `advice` says what the person can do now. */
export type RefusalPhrase = { readonly happened: string; readonly advice: string };

const fault: Record<FieldFault, string> = {
  required: "Fyll ut dette feltet.",
  tooLong: "Teksten er for lang. Kort den ned.",
  tooShort: "Teksten er for kort. Skriv litt mer.",
  notAnEmail: "Skriv en hel e-postadresse, for eksempel navn@eksempel.no.",
  notADay: "Skriv en dato som finnes, for eksempel 17.05.2027.",
  dayInThePast: "Datoen er passert. Velg i dag eller en senere dag.",
  dayInTheFuture: "Datoen har ikke vært ennå. Velg i dag eller en tidligere dag.",
  notAChoice: "Velg ett av alternativene.",
  passwordTooShort: "Passordet er for kort. Bruk minst 12 tegn, gjerne noen ord etter hverandre.",
  passwordsDiffer: "De to passordene er ikke like. Skriv det samme begge steder.",
  codeNotSixDigits: "Skriv de seks sifrene fra appen.",
  looksLikeNationalId: "Dette ser ut som et fødselsnummer. Ta det bort: det skal ikke stå her.",
  sameAddress: "Denne adressen er brukt over. Skriv en annen: det må være to forskjellige personer.",
  notANumber: "Skriv et tall.",
  moreThanAll: "Det kan ikke være flere enn det er i alt.",
  notACount: "Skriv et helt tall, fra 1 til 999.",
  dayBeforeStart: "Siste dag kan ikke være før første dag.",
  proofWrong: "Det stemte ikke. Skriv det på nytt.",
  notNeutral: "Mange får lese dette. Ta bort ord om helse.",
  twice: "Dette er valgt to ganger.",
  wouldCircle: "Da ville milepælene vente på hverandre. Velg en annen.",
  conditionWithoutChoice: "Du har skrevet et vilkår. Velg «Godkjenn med vilkår», eller ta bort vilkåret.",
  dayNotLater: "Velg en dag som kommer etter prognosen, høyst 999 dager senere.",
};

const phrase: Record<Exclude<RefusalCode, "tooManyAttempts">, RefusalPhrase> = {
  notFound: { happened: "Vi finner ikke det du leter etter.", advice: "Det kan være flyttet, eller du er ikke med i prosjektet. Spør den som ga deg lenken." },
  notAllowed: { happened: "Rollen din gir ikke rett til dette.", advice: "Se under Folk hvem som kan gjøre det, og spør dem." },
  signInNeeded: { happened: "Du er ikke logget inn.", advice: "Logg inn, så kommer du tilbake hit." },
  invalidInput: { happened: "Noe i skjemaet må rettes.", advice: "Se på feltene som er merket. Det du skrev, står der fortsatt." },
  changedMeanwhile: { happened: "Noen andre endret dette mens du holdt på.", advice: "Last siden på nytt, se hva som er nytt, og prøv igjen." },
  wrongCredentials: { happened: "E-postadressen eller passordet stemmer ikke.", advice: "Prøv igjen, eller lag et nytt passord." },
  emailNotVerified: { happened: "E-postadressen din er ikke bekreftet ennå.", advice: "Åpne lenken i e-posten vi sendte deg. Se også i søppelposten." },
  wrongCode: { happened: "Koden stemmer ikke.", advice: "Vent til appen viser en ny kode, og skriv den inn." },
  linkExpired: { happened: "Lenken er for gammel, eller noe av den falt bort.", advice: "Be om en ny lenke." },
  linkUsed: { happened: "Lenken er allerede brukt.", advice: "Har du brukt den selv, kan du logge inn. Ellers må du be om en ny." },
  linkForAnotherAddress: { happened: "Invitasjonen ble sendt til en annen e-postadresse enn din.", advice: "Logg inn med adressen som fikk invitasjonen, eller be om en ny til din egen." },
  alreadyMember: { happened: "Personen er allerede med i prosjektet.", advice: "Du finner navnet under Folk." },
  alreadyInvited: { happened: "Denne adressen har allerede en invitasjon som gjelder.", advice: "Vent på svar, eller trekk invitasjonen tilbake og send en ny." },
  lastOfItsKind: { happened: "Dette er den siste med denne rollen, og prosjektet trenger minst én.", advice: "Gi rollen til en annen først." },
  wrongState: { happened: "Dette kan ikke gjøres slik saken står nå.", advice: "Last siden på nytt og se hva som er neste steg." },
  evidenceMissing: { happened: "Det mangler et dokument å godkjenne.", advice: "Velg minst ett dokument før du sender inn." },
  contentIncomplete: { happened: "Noen er midt i en endring, så dokumentet kan ikke fryses akkurat nå.", advice: "Vent et øyeblikk og prøv igjen." },
  financingBroken: { happened: "Finansieringsplanen har noe som må rettes før den kan sendes inn.", advice: "Åpne Økonomi og se hva som står som «Må rettes»." },
  preparerCannotDecide: { happened: "Du, eller den du er stedfortreder for, har forberedt eller sendt inn denne milepælen og kan derfor ikke avgjøre den.", advice: "La en annen med rett til det avgjøre den." },
  shownContentDiffers: { happened: "Det som er sendt inn, er ikke lenger det du så på.", advice: "Les det som er nytt, og avgjør så." },
  remarkMissing: { happened: "Når du sender noe tilbake eller avslår, må du skrive hvorfor.", advice: "Skriv grunnen i merknaden." },
  conditionIncomplete: { happened: "Et vilkår er ikke fullstendig.", advice: "Skriv hva som skal gjøres, hvem som skal gjøre det, og når." },
  proofMissing: { happened: "Du må bekrefte at det er deg.", advice: "Skriv passordet eller koden nederst i skjemaet. Alt annet du skrev, står der fortsatt." },
  notYourTurn: { happened: "Her svarer rollene etter tur, og det er ikke rollen din sin tur ennå.", advice: "Under «Hvem har svart, og hvem er neste?» ser du hvem dere venter på." },
  alreadyAnswered: { happened: "Du har allerede svart på denne innsendingen.", advice: "Svaret ditt står på siden til milepælen. En annen må svare for den andre rollen." },
  disqualified: { happened: "Du, eller en du har som leder, har erklært seg inhabil i denne milepælen.", advice: "Da kan du verken forberede eller avgjøre den. Siden til milepælen sier hvem som tar over." },
  groundsMissing: { happened: "Noe som må være på plass først, mangler.", advice: "Siden sier hva det er, og hvem som har ansvaret." },
  groundsChanged: { happened: "Noe denne avgjørelsen bygger på, er endret mens du leste.", advice: "Se over grunnlaget på nytt, og avgjør så." },
  submissionOpen: { happened: "Dette ligger til avgjørelse hos noen akkurat nå.", advice: "Vent til det er avgjort eller sendt tilbake, og gjør endringen da." },
  decidersOfOthers: { happened: "Hvem som avgjør på den andre siden, bestemmer den siden selv.", advice: "Koordinatoren endrer hvem som avgjør for kommunen og tjenestene, styret hvem som avgjør for gruppa. Be dem om det." },
  previewChanged: { happened: "Prosjektet har endret seg siden du så hva dette ville føre til.", advice: "Se på oversikten på nytt. Er den som du vil ha den, bekrefter du en gang til." },
  ownProposal: { happened: "Siden som har foreslått dette, kan ikke bekrefte det selv.", advice: "Be den andre parten, kommunen eller styret, om å svare." },
  fileRefused: { happened: "Fila ble ikke tatt imot.", advice: "Siden sier hvorfor, og hva du kan gjøre." },
  nothingToRestore: { happened: "Dokumentet er allerede slik det var i denne versjonen.", advice: "Du trenger ikke gjøre noe." },
  crossSite: { happened: "Forespørselen kom fra et annet nettsted, så vi gjorde ikke noe.", advice: "Åpne siden her i Samtun og prøv igjen." },
  notInThisMode: { happened: "Dette finnes ikke på denne tjeneren.", advice: "Gå til forsiden." },
};

export const refusals = {
  fault,
  phrase,
  tooManyAttempts: (seconds: number): RefusalPhrase => ({
    happened: "Det ble for mange forsøk på kort tid.",
    advice: seconds < 90 ? `Vent ${seconds} sekunder og prøv igjen.` : `Vent ${Math.ceil(seconds / 60)} minutter og prøv igjen.`,
  }),
};

export type RefusalsWords = typeof refusals;
