const key = 'dateline.signed-in';

// Whether somebody has been signed in here since anybody last signed out: only they can have been signed out by the newsroom.

export function rememberSignedIn(): void {
  localStorage.setItem(key, 'yes');
}

export function forgetSignedIn(): void {
  localStorage.removeItem(key);
}

export function wasSignedIn(): boolean {
  return localStorage.getItem(key) !== null;
}
