import { t } from './language.js';

/** A refusal as the services word it (RFC 9457), or a failure to reach them in the same shape. */
export class Problem extends Error {
  constructor(status, title, detail, type) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.type = type ?? '';
  }
}

const TIME_LIMIT = 20_000;

// modules lie two folders below the page, wherever in a site that is
const HERE = new URL('../../', import.meta.url);

/** The address of that path of the console, also where it does not stand at the root of its host. */
export function at(path) {
  return new URL(path.replace(/^\//, ''), HERE).href;
}

export async function get(path, signal) {
  const limit = AbortSignal.timeout(TIME_LIMIT);
  let answer;
  try {
    answer = await fetch(at(path), {
      headers: { Accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Problem(0, t('problem.unreachable'), limit.aborted ? t('problem.slow') : t('problem.network'));
  }
  const body = await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new Problem(answer.status, title(answer.status), body?.detail ?? body?.title ?? '', body?.type);
  }
  if (body === null) throw new Problem(answer.status, t('problem.unreadable'), '');
  return body;
}

function title(status) {
  if (status === 404) return t('problem.missing');
  if (status === 400) return t('problem.refused');
  if (status === 401 || status === 403) return t('problem.closed');
  if (status >= 502) return t('problem.down');
  return t('problem.failed', status);
}
