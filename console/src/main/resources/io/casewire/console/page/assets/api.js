import { t } from './language.js';
import { proof, refresh, session } from './session.js';

/** A refusal as the services word it (RFC 9457), or a failure to reach them in the same shape. */
export class Problem extends Error {
  /** @param said the whole problem document, with what its kind adds (`errors`, `results`, `nearest` …); empty where there is none */
  constructor(status, title, detail, type, said = {}) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.type = type ?? '';
    this.said = said;
  }
}

const TIME_LIMIT = 20_000;
const CSRF = 'urn:casewire:problem:csrf';

// modules lie two folders below the page, wherever in a site that is
const HERE = new URL('../../', import.meta.url);

/** The address of that path of the console, also where it does not stand at the root of its host. */
export function at(path) {
  return new URL(path.replace(/^\//, ''), HERE).href;
}

export async function get(path, signal) {
  const answer = await ask(path, { headers: { Accept: 'application/json' } }, signal);
  if (answer.body === null) throw new Problem(answer.status, t('problem.unreadable'), '');
  return answer.body;
}

/**
 * Asks for a change as whoever is signed in.
 *
 * @param method POST, PUT, PATCH or DELETE
 * @param body sent as JSON, or as it is where it is a FormData, Blob or string; null for none
 * @param headers besides, for example If-Match
 * @param patience milliseconds until the answer has to be there
 * @return status, body (null where there is none) and etag
 */
export async function send(method, path, body = null, headers = {}, signal = null, patience = TIME_LIMIT) {
  const asItIs = body === null || typeof body === 'string' || body instanceof FormData || body instanceof Blob;
  return ask(path, {
    method,
    headers: { Accept: 'application/json', ...(asItIs ? {} : { 'Content-Type': 'application/json' }), ...headers },
    body: asItIs ? body : JSON.stringify(body),
  }, signal, patience);
}

/** Once more where the session ended meanwhile and reading goes on without it, or where its word was replaced. */
async function ask(path, request, signal, patience = TIME_LIMIT) {
  try {
    return await askOnce(path, request, signal, patience);
  } catch (failure) {
    const before = session();
    if (!before.signedIn || signal?.aborted) throw failure;
    if (failure.status === 403 && failure.type === CSRF) {
      const now = await refresh();
      if (now.signedIn && now.subject === before.subject) return askOnce(path, request, signal, patience);
      throw now.signedIn ? failure : ended(failure);
    }
    if (failure.status !== 401) throw failure;
    const now = await refresh();
    // renewed meanwhile
    if (now.signedIn && now.csrf !== before.csrf && now.subject === before.subject) return askOnce(path, request, signal, patience);
    if (now.signedIn) throw failure;
    if (request.method) throw ended(failure);
    return askOnce(path, request, signal, patience);
  }
}

/** Nothing was changed, and what was typed is still there. */
function ended(failure) {
  return new Problem(failure.status, t('session.ended'), t('session.ended.unsent'), failure.type, failure.said);
}

async function askOnce(path, request, signal, patience) {
  const limit = AbortSignal.timeout(patience);
  const headers = request.method ? { ...proof(), ...request.headers } : request.headers;
  let answer;
  try {
    answer = await fetch(at(path), { ...request, headers, signal: signal ? AbortSignal.any([signal, limit]) : limit });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Problem(0, t('problem.unreachable'), limit.aborted ? t('problem.slow') : t('problem.network'));
  }
  const body = await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new Problem(answer.status, title(answer.status), body?.detail ?? body?.title ?? '', body?.type, body ?? {});
  }
  return { status: answer.status, body, etag: answer.headers.get('ETag') };
}

function title(status) {
  if (status === 404) return t('problem.missing');
  if (status === 400) return t('problem.refused');
  if (status === 401 || status === 403) return t('problem.closed');
  if (status >= 502) return t('problem.down');
  return t('problem.failed', status);
}
