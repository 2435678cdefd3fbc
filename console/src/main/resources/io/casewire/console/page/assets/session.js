/*
 * Who is signed in at this console. The token itself stays in a cookie that no script can read; a change is asked for with a
 * word that only this page knows.
 */
const NOBODY = { signedIn: false, ways: [] };
const TIME_LIMIT = 5000;
const CHANGED = 'change';

let current = NOBODY;
const changes = new EventTarget();

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
  const before = current;
  current = said?.signedIn ? said : { ...NOBODY, ways: said?.ways ?? [] };
  if (before.signedIn !== current.signedIn || before.subject !== current.subject || before.csrf !== current.csrf
    || before.ways?.length !== current.ways?.length) {
    changes.dispatchEvent(new CustomEvent(CHANGED, { detail: { before, current } }));
  }
  return current;
}

/** Asks the console again who is signed in; what was known stays where it does not answer. */
export async function refresh() {
  const answer = await fetch(new URL('../../session', import.meta.url), {
    headers: { Accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(TIME_LIMIT),
  }).catch(() => null);
  const said = answer?.ok ? await answer.json().catch(() => null) : null;
  return said ? take(said) : current;
}

/** Has it called with who was and who is signed in, whenever that changes. */
export function onSession(listener) {
  changes.addEventListener(CHANGED, (event) => listener(event.detail.before, event.detail.current));
}
