// The page: what is shown, and what is done about it.

const view = { finding: SHOWN[0] || null, run: null, at: 0, all: false, words: '', node: null, turn: 0 };
const main = document.getElementById('main');
const parts = {};

/** The last step of the run of a finding, which breaks its claim. */
const lastOf = finding => finding.trace.steps.length;

function select(finding, at) {
    view.finding = finding;
    view.run = new Run(finding);
    view.at = Math.max(0, Math.min(view.run.length, at === undefined ? lastOf(finding) : at));
    view.all = !view.run.decisive();
}

/** The address: the finding where there are several, the step, and what was chosen after it. */
function address() {
    const chosen = view.run.chosen.length ? '~' + view.run.given + '.' + view.run.chosen.join('.') : '';
    const which = SHOWN.length > 1 ? encodeURIComponent(view.finding.id) + ':' : '';
    history.replaceState(null, '', '#' + which + view.at + chosen);
}

async function fromAddress() {
    const found = /^#(?:(.*):)?(\d+)(?:~([\d.]+))?$/.exec(location.hash);
    const named = found && found[1] !== undefined ? decode(found[1]) : null;
    const finding = SHOWN.find(one => one.id === named) || SHOWN[0];
    select(finding, found ? Number(found[2]) : undefined);
    if (found && found[3] && SPACE) {
        const [given, ...positions] = found[3].split('.').map(Number);
        view.at = Math.min(given, view.run.length);
        await walk(positions);
        view.at = Math.min(Number(found[2]), view.run.length);
    }
    await draw();
}

function decode(text) {
    try {
        return decodeURIComponent(text);
    } catch (malformed) {
        return null;
    }
}

/** Chooses one step after the other, as far as they can be taken. */
async function walk(positions) {
    for (const position of positions) {
        const number = view.run.numbers[view.at];
        const node = number === undefined ? null : await SPACE.node(number);
        const move = node && node.moves[position];
        if (!move) {
            return;
        }
        view.run = view.run.choose(view.at, position, move, await SPACE.node(move.to));
        view.at += 1;
    }
}

async function go(at) {
    view.at = Math.max(0, Math.min(view.run.length, at));
    await draw();
    const row = document.querySelector('tr.cur');
    if (row) {
        row.scrollIntoView({ block: 'nearest' });
    }
}

const act = {
    go,
    choose: async position => { await walk([position]); await go(view.at); },
    undo: async () => {
        if (view.run.walked) {
            const chosen = view.run.chosen.slice(0, -1);
            const given = view.run.given;
            view.run = new Run(view.finding);
            view.at = given;
            await walk(chosen);
            await draw();
        }
    },
    back: async () => { const given = view.run.given; select(view.finding, given); await draw(); },
    nearest: SPACE instanceof Whole ? async () => {
        const way = await SPACE.nearest(view.run.numbers[view.at]);
        if (way) {
            await walk(way);
        }
        await go(view.at);
    } : null,
};

async function draw() {
    const turn = ++view.turn;
    const number = view.run.numbers[view.at];
    const node = SPACE && number !== undefined ? await SPACE.node(number) : null;
    if (turn !== view.turn) {
        return; // something else is shown by now
    }
    view.node = node;
    const run = view.run;
    view.actors = run.actors(step => view.all || step === view.at
        || !run.folds().some(fold => fold.first <= step && step <= fold.last));
    parts.verdicts.replaceChildren(...fill(el('div'), {}, [verdicts(view.finding, view.words, open)]).childNodes);
    parts.title.replaceChildren(...fill(el('div'), {}, titles(run)).childNodes);
    parts.at.max = run.length;
    parts.at.value = view.at;
    parts.label.textContent = view.at === 0 ? '0/' + run.length + ' the start'
        : visible(view.at + '/' + run.length + ' ' + run.steps[view.at - 1].actor + ': ' + run.steps[view.at - 1].text);
    parts.fold.hidden = !run.decisive();
    parts.fold.textContent = view.all ? 'Decisive steps' : 'All steps';
    parts.race.replaceChildren(race(run, view, go, () => { view.all = true; draw(); }));
    DATA.opened = parts.aside.querySelector('.cells details') ? parts.aside.querySelector('.cells details').open : false;
    parts.aside.replaceChildren(...[stepCard(run, view.at, go, node), cells(run, view.at),
        nextSteps(run, view.at, node, act), claims(node)].filter(part => part));
    parts.plots.replaceChildren(...view.finding.counts.map(told => plot(run, told, view, go)));
    parts.commit.replaceChildren(...commit(view.finding));
    address();
}

/** The text for a commit message, to be taken away. */
const commit = finding => finding.story && finding.story.commit.length > 0
    ? [copied('For the commit message', finding.story.commit.join('\n'))] : [];

function titles(run) {
    const finding = run.finding;
    return [
        el('h1', {}, badge(finding), ' ', finding.property),
        el('p', { class: 'claim' }, finding.claim),
        el('p', { class: 'dim' }, lengthOf(finding), run.decisive() && ', ' + run.decisive().size + ' of them decisive'),
        story(run, go),
    ];
}

const open = async finding => { select(finding); await draw(); parts.title.scrollIntoView({ block: 'start' }); };

function theme() {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : prefersDark();
    root.dataset.theme = dark ? 'light' : 'dark';
}

/** Search: claims are kept that have the words, steps are found one after the other with Enter. */
function search(next) {
    view.words = parts.search.value.trim().toLowerCase();
    if (next && view.words) {
        const steps = view.run.steps.map(step => [step.actor, step.step, step.text, step.function, ...step.effects]
            .join(' ').toLowerCase());
        const order = [...steps.keys()].map(i => (i + view.at) % steps.length);
        const found = order.find(i => steps[i].includes(view.words));
        if (found !== undefined) {
            view.all = true;
            go(found + 1);
            return;
        }
    }
    draw();
}

const KEYS = {
    ArrowRight: () => go(view.at + 1), j: () => go(view.at + 1), ArrowDown: () => go(view.at + 1),
    ArrowLeft: () => go(view.at - 1), k: () => go(view.at - 1), ArrowUp: () => go(view.at - 1),
    Home: () => go(0), End: () => go(view.run.length), b: () => go(view.run.given),
    d: () => { view.all = !view.all; draw(); },
    t: theme, u: act.undo, Backspace: act.undo,
    '/': () => parts.search.focus(),
};

function keyed(event) {
    const typing = event.target.matches('input[type=search]');
    const slider = event.target.matches('input[type=range]');
    if (event.altKey || event.ctrlKey || event.metaKey || typing) {
        return;
    }
    if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !event.target.closest('.race')) {
        return; // the page scrolls; in the race they go from row to row
    }
    const position = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
    if (position >= 0 && view.node && view.node.moves[position]) {
        act.choose(position);
    } else if (KEYS[event.key] && !(slider && event.key.startsWith('Arrow'))) {
        KEYS[event.key]();
        if (event.target.closest('.race')) {
            requestAnimationFrame(() => { const row = document.querySelector('tr.cur'); row && row.focus({ preventScroll: true }); });
        }
    } else {
        return;
    }
    event.preventDefault();
}

/** On paper every broken claim is there, with all its steps. */
function printed() {
    parts.verdicts.querySelectorAll('details').forEach(list => { list.open = true; });
    parts.print.replaceChildren(...SHOWN.filter(isBroken).map(finding => {
        const run = new Run(finding);
        const told = { at: -1, all: true, actors: run.actors(() => true) };
        return el('article', {}, ...titles(run), race(run, told, go, go), finding.counts.map(count => plot(run, count, told, go)),
            commit(finding));
    }));
}

function begin() {
    const button = (text, title, done) => el('button', { type: 'button', title, onclick: done }, text);
    Object.assign(parts, {
        verdicts: el('section', { class: 'found', 'aria-label': 'Verdicts' }), title: el('section', { class: 'title' }),
        search: el('input', { type: 'search', placeholder: 'Search claims and steps', 'aria-label': 'Search',
            oninput: () => search(false), onkeydown: event => event.key === 'Enter' && search(true) }),
        at: el('input', { type: 'range', min: 0, 'aria-label': 'Step', oninput: event => go(Number(event.target.value)) }),
        label: el('output', { class: 'mono', 'aria-live': 'polite' }), race: el('section', { class: 'wide' }),
        aside: el('aside', {}), plots: el('section', { class: 'plots' }), commit: el('div', {}),
        print: el('div', { class: 'print' }),
        fold: button('', 'd', () => { view.all = !view.all; draw(); }),
    });
    const bar = el('nav', { class: 'bar', 'aria-label': 'Steps' }, button('\u25c0', 'left arrow: the step before', () => go(view.at - 1)),
        button('\u25b6', 'right arrow: the next step', () => go(view.at + 1)), parts.at, parts.label, parts.fold,
        button('Theme', 't: light or dark', theme));
    main.append(header(), el('div', { class: 'search' }, parts.search), parts.verdicts);
    if (SHOWN.length > 0) {
        main.append(parts.title, bar, el('div', { class: 'two' }, el('div', {}, parts.race, parts.plots, parts.commit), parts.aside), parts.print);
        addEventListener('keydown', keyed);
        addEventListener('hashchange', fromAddress);
        addEventListener('beforeprint', printed);
        addEventListener('afterprint', draw);
        fromAddress();
    } else {
        parts.verdicts.append(...verdicts(null, '', () => {}).filter(part => part));
    }
    main.append(footer());
}

begin();
