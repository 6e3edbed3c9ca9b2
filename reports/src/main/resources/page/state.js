// What is so after a step: the step, what it saw, and each cell.

/** The step at hand: what it stands for, and which write each of its reads saw. */
function stepCard(run, number, go, node) {
    if (number === 0) {
        return el('section', { class: 'card' }, el('h2', {}, 'The start'), falseHere(node));
    }
    const step = run.steps[number - 1];
    const source = [step.file, step.version].filter(known => known).join(', ');
    return el('section', { class: 'card ' + colour(step.actor), 'aria-label': 'Step ' + number },
        el('h2', {}, 'Step ' + number + ' ', el('span', { class: 'who' }, step.actor)),
        el('div', { class: 'what' }, step.step + ' ' + step.text),
        (step.said || []).map(said => el('div', { class: 'said' }, said)),
        step.function && el('div', { class: 'fn' }, functionName(step.function + '()')),
        source && el('div', { class: 'fn' }, source),
        reads(run, step, number, go),
        falseHere(node));
}

/** The claims that are false after the step. */
function falseHere(node) {
    const broken = node ? brokenIn(node) : [];
    return broken.length > 0 && el('p', { class: 'false' }, 'False here: ', broken.map((finding, i) => [i > 0 && ', ',
        el('b', { title: finding.claim }, finding.id)]));
}

/** A read leads to the step that wrote what it saw. */
function reads(run, step, number, go) {
    const seen = step.reads.filter(cell => !PLACE_OF.get(cell));
    return seen.length > 0 && el('ul', { class: 'reads' }, seen.map(cell => {
        const writer = run.writer(cell, number);
        const light = on => () => {
            const row = document.getElementById('step-' + writer);
            if (row) {
                row.classList.toggle('source', on);
            }
        };
        const from = writer === 0 ? 'from the start' : 'since step ' + writer;
        return el('li', { onmouseenter: light(true), onmouseleave: light(false), onfocusin: light(true), onfocusout: light(false) },
            el('code', {}, cell), ' was ', el('code', {}, run.before(number)[cell]), ' ',
            writer === 0 ? el('span', { class: 'dim' }, from) : el('a', { href: '#', class: 'at',
                onclick: event => { event.preventDefault(); go(writer); } }, from));
    }));
}

/** Every cell that changes in the run, and where each task is. */
function cells(run, number) {
    const now = run.states[number];
    const changed = new Set(run.changed(number));
    const moving = CELLS.filter(cell => run.states.some(state => state[cell] !== run.states[0][cell]));
    const shared = moving.filter(cell => !PLACE_OF.get(cell));
    const still = CELLS.filter(cell => !PLACE_OF.get(cell) && !moving.includes(cell));
    const places = CELLS.filter(cell => PLACE_OF.get(cell));
    const row = cell => el('tr', { class: changed.has(cell) ? 'now' : '' },
        el('th', { scope: 'row' }, PLACE_OF.get(cell) || cell,
            run.finding.core.includes(cell) && el('span', { class: 'core', title: 'the claim looks at it' }, ' \u25c6')),
        el('td', {}, changed.has(cell) && el('del', {}, run.before(number)[cell]), changed.has(cell) && ' ', now[cell]));
    return el('section', { class: 'card cells', 'aria-label': 'State' },
        el('h2', {}, number === 0 ? 'State at the start' : 'State after step ' + number),
        el('table', {}, el('tbody', {}, shared.map(row))),
        el('details', { open: DATA.opened }, el('summary', {}, 'where the tasks are, and what stays as it is'),
            el('table', {}, el('tbody', {}, places.map(row), still.map(row)))));
}
