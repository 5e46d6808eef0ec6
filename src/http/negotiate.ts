/** Whether an Accept-Encoding header lets us answer with gzip (RFC 9110, 12.5.3). Absent means no. */
export function wantsGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false;
  const known = answers.get(acceptEncoding);
  if (known !== undefined) return known;

  const answer = readAcceptEncoding(acceptEncoding);
  // Clients send some dozens of different headers; whoever sends thousands must not fill the memory.
  if (answers.size >= 500) answers.clear();
  answers.set(acceptEncoding, answer);
  return answer;
}

/** Whether an If-None-Match header names `etag`; compared weakly (RFC 9110, 13.1.2). */
export function namesTag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

const answers = new Map<string, boolean>();

function readAcceptEncoding(text: string): boolean {
  let any = false;
  for (const part of text.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const isWelcome = !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    if (coding === 'gzip' || coding === 'x-gzip') return isWelcome;
    if (coding === '*') any = isWelcome;
  }
  return any;
}
