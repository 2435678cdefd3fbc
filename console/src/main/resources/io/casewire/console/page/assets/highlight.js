const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * Reads a passage in which a search has marked the words: escaped text with <mark> and </mark>. Gives text nodes and
 * mark elements; any other tag in it stays the text it is.
 */
export function marked(passage) {
  const nodes = [];
  let open = false;
  for (const part of passage.split(/(<mark>|<\/mark>)/)) {
    if (part === '<mark>') open = true;
    else if (part === '</mark>') open = false;
    else if (part) nodes.push(node(plain(part), open));
  }
  return nodes;
}

function node(text, isMark) {
  if (!isMark) return document.createTextNode(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

function plain(text) {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const point = decimal ? parseInt(decimal, 10) : parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
