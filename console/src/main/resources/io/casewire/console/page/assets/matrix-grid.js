import { h, zh } from './dom.js';
import { t } from './language.js';

/** So many pixels around the part that is looked at have their cells as well. */
const NEAR = 400;
export const SIGNS = { ORIGIN: '★', ADOPTED: '●', PARTIAL: '◐', EVIDENCED: '◇', OPEN: '○', NOT_APPLICABLE: '–', SUPERSEDED: '↺', UNKNOWN: '?' };
const KEYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };

function stateOf(cell) {
  if (cell.role === 'ORIGIN') return 'ORIGIN';
  if (cell.status === 'CLOSED') return cell.outcome in SIGNS ? cell.outcome : 'OPEN';
  if (cell.evidenced) return 'EVIDENCED';
  return cell.status === 'UNKNOWN' ? 'UNKNOWN' : 'OPEN';
}

/**
 * Cases against regions. Each case has its row and its name, each region its head; of the cells only those near the part that is
 * looked at are there, and the one that the keyboard is at, so that hundreds of rows and columns are no burden.
 *
 * @param signal ends when the view is left
 */
export function grid(rows, regions, signal) {
  const columns = `var(--names) repeat(${regions.length}, 2.1rem)`;
  const body = rows.map((row, i) => h('div', { role: 'row', class: 'matrix-row', 'aria-rowindex': i + 2, css: { 'grid-template-columns': columns } },
    zh('div', { role: 'rowheader', class: 'matrix-name', 'aria-colindex': 1 },
      h('a', { href: `#/case/${row.id}`, tabindex: '-1', title: row.title }, row.title))));
  const element = h('div', {
    class: 'matrix', role: 'grid', 'aria-label': t('matrix.label'), 'aria-rowcount': rows.length + 1, 'aria-colcount': regions.length + 1,
    onkeydown: move, onfocusin: rove, onscroll: soon,
  },
  h('div', { role: 'row', class: 'matrix-row matrix-head', 'aria-rowindex': 1, css: { 'grid-template-columns': columns } },
    h('div', { role: 'columnheader', class: 'matrix-name' }, t('ledger.case')),
    regions.map((region) => h('div', { role: 'columnheader', class: 'matrix-region', title: region.name }, zh('span', {}, region.name)))), body);
  let at = { i: 0, j: 0 };
  let due = 0;

  function soon() {
    due ||= requestAnimationFrame(() => {
      due = 0;
      draw(near());
    });
  }

  /** Rows and columns whose cells are to be there: the first, and the one after the last. */
  function near() {
    const row = body[0].getBoundingClientRect();
    const names = body[0].firstElementChild.getBoundingClientRect().width;
    return {
      rows: span(element.scrollTop, element.clientHeight, row.height, rows.length),
      columns: span(element.scrollLeft, element.clientWidth, (row.width - names) / regions.length, regions.length),
    };
  }

  function draw(wanted) {
    body.forEach((row, i) => {
      const shown = columnsOf(i, wanted);
      [...row.children].slice(1).filter((one) => !shown.includes(columnOf(one))).forEach((one) => one.remove());
      let next = row.children[1] ?? null;
      for (const j of shown) {
        if (next && columnOf(next) === j) next = next.nextElementSibling;
        else row.insertBefore(cell(rows[i], regions[j], i, j, i === at.i && j === at.j), next);
      }
    });
  }

  function columnsOf(i, { rows: [top, bottom], columns: [left, right] }) {
    const shown = i >= top && i < bottom ? Array.from({ length: right - left }, (_, k) => left + k) : [];
    return i === at.i && !shown.includes(at.j) ? [...shown, at.j].sort((a, b) => a - b) : shown;
  }

  function find({ i, j }) {
    return [...body[i].children].find((one) => columnOf(one) === j)?.firstElementChild;
  }

  /** Has the keyboard at that cell, which is made where it is not there. */
  function reach(to) {
    find(at)?.setAttribute('tabindex', '-1');
    at = to;
    draw(near());
    find(at).setAttribute('tabindex', '0');
  }

  function rove({ target }) {
    const to = placeOf(target);
    if (to && (to.i !== at.i || to.j !== at.j)) reach(to);
  }

  function move(event) {
    const from = placeOf(event.target.closest('[data-i]'));
    const to = from && after(event, from, rows.length - 1, regions.length - 1);
    if (!to) return;
    event.preventDefault();
    reach(to);
    find(at).focus();
  }

  new ResizeObserver(soon).observe(element);
  // what is printed is not what is looked at
  addEventListener('beforeprint', () => draw({ rows: [0, rows.length], columns: [0, regions.length] }), { signal });
  addEventListener('afterprint', soon, { signal });
  return element;
}

/** Of `count` things in a line, each `size` pixels long, those near a window of that length: the first, and the one after the last. */
function span(scrolled, length, size, count) {
  if (!size) return [0, 0];
  return [Math.max(0, Math.floor((scrolled - NEAR) / size)), Math.min(count, Math.ceil((scrolled + length + NEAR) / size))];
}

/** Where a key leads from a cell; null for one that leads nowhere. */
function after({ key, ctrlKey }, { i, j }, lastRow, lastColumn) {
  if (key === 'Home') return { i: ctrlKey ? 0 : i, j: 0 };
  if (key === 'End') return { i: ctrlKey ? lastRow : i, j: lastColumn };
  const step = KEYS[key];
  return step ? { i: Math.min(lastRow, Math.max(0, i + step[0])), j: Math.min(lastColumn, Math.max(0, j + step[1])) } : null;
}

function placeOf(element) {
  return element?.dataset.i ? { i: Number(element.dataset.i), j: Number(element.dataset.j) } : null;
}

function columnOf(gridcell) {
  return Number(gridcell.firstElementChild.dataset.j);
}

function cell(row, region, i, j, tabbed) {
  const found = row.cells[region.code];
  const state = found ? stateOf(found) : 'OUTSIDE';
  const words = `${region.name}，${row.title}：${t(`state.${state}`)}`;
  const props = { class: `matrix-cell tile-${state}`, tabindex: tabbed ? '0' : '-1', 'data-i': i, 'data-j': j, 'aria-label': words, title: words };
  return h('div', { role: 'gridcell', 'aria-colindex': j + 2, css: { 'grid-column': String(j + 2) } },
    found ? h('a', { href: `#/ledger/${found.obligation}`, ...props }, SIGNS[state]) : h('span', props));
}
