// The mark of Samtun: three houses around a shared yard.

export function Mark() {
  return (
    <svg className="pic" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="23" className="pic-hill-2" />
      <path d="M3 31a23 23 0 0 0 42 0c-6-3-13-4.6-21-4.6S9 28 3 31Z" className="pic-yard" />
      <path d="M6.5 19.5 13 13.5l6.5 6v11.2c-4.6.3-9 1-13 2.2Z" className="pic-cloth-2" />
      <path d="m28.5 19.5 6.5-6 6.5 6v13.4c-4-1.2-8.4-1.9-13-2.2Z" className="pic-cloth-1" />
      <path d="M16.5 16 24 8.5l7.5 7.5v13.6H16.5Z" className="pic-cloth-3" />
      <path d="M21.8 22.5a2.2 2.2 0 0 1 4.4 0v7.1h-4.4Z" className="pic-glass" />
      <circle cx="24" cy="37" r="3.2" className="pic-leaf" />
    </svg>
  );
}
