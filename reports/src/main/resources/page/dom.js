// Elements. Text of a model gets into the page here and nowhere else, and always as text.

/** Characters that act instead of being seen are spelt out, as they are in every other format. */
const visible = text => String(text).replace(/[\p{Cc}\p{Cf}]/gu, sign =>
    sign === '\n' || sign === '\t' ? sign : '\\u' + sign.codePointAt(0).toString(16).padStart(4, '0'));

function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
        if (name.startsWith('on')) {
            element.addEventListener(name.slice(2), value);
        } else if (value !== false && value !== undefined && value !== null) {
            element.setAttribute(name, value === true ? '' : visible(value));
        }
    }
    element.append(...children.flat(Infinity)
        .filter(child => child !== undefined && child !== null && child !== false && child !== '')
        .map(child => child instanceof Node ? child : visible(child)));
    return element;
}

const el = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
const svg = (name, attributes, ...children) =>
    fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);

/** A sentence in which each "step 7" leads there. */
function linked(sentence, go) {
    const parts = [];
    let from = 0;
    for (const found of sentence.matchAll(/\bsteps? (\d+)/g)) {
        const number = Number(found[1]);
        parts.push(sentence.slice(from, found.index),
            el('a', { href: '#', class: 'at', onclick: event => { event.preventDefault(); go(number); } }, found[0]));
        from = found.index + found[0].length;
    }
    return [...parts, sentence.slice(from)];
}

/** A function, which may be broken into lines where its name is: behind an underscore. */
const functionName = text => text.split(/(?<=_)(?=[a-z0-9])/).flatMap((part, i) => i > 0 ? [el('wbr'), part] : [part]);

/** A change in words; the arrow is one sign, and stays whole. */
const arrowed = text => text.replaceAll(' -> ', '\u00a0\u2192 ');

/** A text to be taken away, with a button that does it. */
function copied(label, text) {
    const button = el('button', { type: 'button', class: 'copy' }, 'Copy');
    const pre = el('pre', { tabindex: 0, 'aria-label': label }, text);
    button.addEventListener('click', async () => {
        try {
            await navigator.clipboard.writeText(text);
            button.textContent = 'Copied';
        } catch (refused) { // a file may have no clipboard: then it is marked, to be copied by hand
            getSelection().selectAllChildren(pre);
            button.textContent = 'Marked';
        }
        setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
    return el('section', { class: 'copied' }, el('h2', {}, label, button), pre);
}
