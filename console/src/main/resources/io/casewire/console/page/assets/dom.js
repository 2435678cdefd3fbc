/*
 * Builds elements. Text only ever becomes a text node: nothing that came from a document is read as markup, and the
 * page's policy (trusted-types 'none') has the browser refuse it besides.
 */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'css') Object.entries(value).forEach(([key, to]) => element.style.setProperty(key, to));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

export function replace(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

/** Text of a document: always Chinese, whatever language the page speaks. */
export function zh(tag, props, ...children) {
  return h(tag, { lang: 'zh-CN', ...props }, ...children);
}

const WEB_ADDRESS = /^https?:\/\//i;

/** A link out of the page where the address is one of the web; else its text alone. */
export function outside(address, text) {
  let target = null;
  if (typeof address === 'string' && WEB_ADDRESS.test(address)) {
    try {
      target = new URL(address);
    } catch {
      target = null;
    }
  }
  return target
    ? zh('a', { href: target.href, rel: 'noopener noreferrer', target: '_blank', class: 'outside' }, text)
    : zh('span', {}, text);
}
