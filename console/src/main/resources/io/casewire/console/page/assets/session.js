/*
 * Who is signed in at this console. The token itself stays in a cookie that no script can read; a change is asked for with a
 * word that only this page knows.
 */
const NOBODY = { signedIn: false, ways: [] };
/** The console may have to ask an issuer. */
const PATIENCE = 8000;
const CHANGED = 'change';
/** An issuer's tokens are renewed that long before they end, in milliseconds; the page looks at least twice in it. */
export const RENEW_BEFORE = 45_000;

let current = NOBODY;
let renewing = null;
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

/**
 * Asks the console again who is signed in, and has a session of an issuer renewed that is about to end; what was known stays where
 * the console does not answer.
 */
export async function refresh() {
  const said = await ask('../../session', { headers: { Accept: 'application/json' } });
  if (!said) return current;
  const ends = !said.signedIn || Date.parse(said.expiresAt) - Date.now() < RENEW_BEFORE;
  return said.renewable && ends ? renew(said) : take(said);
}

/** Whether the session goes on by itself. */
export function isEndless() {
  return Boolean(current.signedIn && current.renewable);
}

/** The address that signs in at the issuer and comes back to a place of the page. */
export function issuerAddress(place) {
  return new URL(`../../session/issuer?to=${encodeURIComponent(place || '#/')}`, import.meta.url).href;
}

/** Once for all who want it; what was said before counts where it cannot be had. */
function renew(said) {
  renewing ??= ask('../../session/renewal', {
    method: 'POST', headers: { Accept: 'application/json', 'Content-Type': 'application/json' }, body: '{}',
  }).then((renewed) => take(renewed ?? said)).finally(() => { renewing = null; });
  return renewing;
}

async function ask(path, request) {
  const answer = await fetch(new URL(path, import.meta.url), {
    ...request, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => null);
  return answer?.ok ? answer.json().catch(() => null) : null;
}

/** Has it called with who was and who is signed in, whenever that changes. */
export function onSession(listener) {
  changes.addEventListener(CHANGED, (event) => listener(event.detail.before, event.detail.current));
}
