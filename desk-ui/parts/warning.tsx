/** What speaks against an act and does not stop it; a line each. */
export function Warning({ words }: { readonly words: string | undefined }) {
  if (words === undefined) return null;
  return (
    <div className="banner fair" role="note">
      <p className="said">{words}</p>
    </div>
  );
}
