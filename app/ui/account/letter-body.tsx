// The text of a letter with its addresses as links.

export function LetterBody({ body }: { readonly body: string }) {
  // split keeps what the parentheses catch: every second part is an address
  const parts = body.split(/(https?:\/\/\S+)/);
  return <p className="letter-body">{parts.map((part, index) => (index % 2 === 1 ? <a key={index} className="ds-link" href={part}>{part}</a> : part))}</p>;
}
