/*
 * Who is signed in at this console. The token itself stays in a cookie that no script can read; a change is asked for with a
 * word that only this page knows.
 */
const NOBODY = { signedIn: false };

let current = NOBODY;

/** Who is signed in: signedIn, subject, roles, regionCode, agency, expiresAt; only signedIn: false where nobody is. */
export function session() {
  return current;
}

/** Whether who is signed in holds one of these roles, by their wire names; for what is shown only: the services decide. */
export function may(...roles) {
  return current.signedIn && roles.some((role) => current.roles.includes(role));
}

/** Headers that prove that a change is asked for by this page. */
export function proof() {
  return current.csrf ? { 'X-CSRF-Token': current.csrf } : {};
}

/** Takes what the console says of the session; see `GET /session`. */
export function take(said) {
  current = said?.signedIn ? said : NOBODY;
  return current;
}
