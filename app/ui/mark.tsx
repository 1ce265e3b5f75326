// The mark of Samtun: three houses around a shared yard.

export function Mark() {
  return (
    <svg className="pic" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="23" className="pic-hill-2" />
      <path d="M3 31a23 23 0 0 0 42 0c-6-3-13-4.6-21-4.600S9 28 3 31Z" className="pic-yard" />
      <path d="M6.5 19.5 13 13.500l6.5 6v11.200c-4.6.3-9 1-13 2.200Z" className="pic-cloth-2" />
      <path d="m28.5 19.5 6.5-6 6.5 6v13.400c-4-1.2-8.4-1.9-13-2.200Z" className="pic-cloth-1" />
      <path d="M16.5 16 24 8.500l7.5 7.500v13.600H16.500Z" className="pic-cloth-3" />
      <path d="M21.8 22.500a2.2 2.2 0 0 1 4.4 0v7.100h-4.400Z" className="pic-glass" />
      <circle cx="24" cy="37" r="3.2" className="pic-leaf" />
    </svg>
  );
}
