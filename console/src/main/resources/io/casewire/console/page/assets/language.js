import { MESSAGES } from './messages.js';

const KEPT = 'casewire.language';
const LANGUAGES = { zh: 'zh-CN', en: 'en' };

let current = read();

export function language() {
  return current;
}

/** Kept in this browser; Chinese until somebody chooses. */
export function choose(chosen) {
  current = chosen in LANGUAGES ? chosen : 'zh';
  document.documentElement.lang = LANGUAGES[current];
  try {
    localStorage.setItem(KEPT, current);
  } catch {
    // a browser that keeps nothing still switches
  }
}

function read() {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept in LANGUAGES ? kept : 'zh';
  } catch {
    return 'zh';
  }
}

/** The message of that name, with {0}, {1} … filled in; the name itself where there is none. */
export function t(name, ...values) {
  const message = MESSAGES[name]?.[current === 'en' ? 1 : 0];
  return message === undefined ? name : message.replace(/\{(\d)\}/g, (_, i) => String(values[i] ?? ''));
}

export function known(name) {
  return name in MESSAGES;
}

export function number(value) {
  return new Intl.NumberFormat(LANGUAGES[current], { maximumFractionDigits: 4 }).format(value);
}

export function percent(share) {
  return new Intl.NumberFormat(LANGUAGES[current], { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** A day, month or year at the precision it has. */
export function day(iso) {
  if (!iso) return '';
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  if (!parts || current === 'en') return parts ? parts[0] : iso;
  const [, year, month, date] = parts;
  return `${year}年${month ? `${Number(month)}月` : ''}${date ? `${Number(date)}日` : ''}`;
}

export function moment(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return new Intl.DateTimeFormat(LANGUAGES[current], {
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(at);
}

export function clock(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return new Intl.DateTimeFormat(LANGUAGES[current], {
    hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  }).format(at);
}
