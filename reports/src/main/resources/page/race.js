// The race: a column for each task, time going down.

const colour = actor => 'a' + DATA.actors.indexOf(actor) % 8;

/** The row of a step. */
function raceRow(run, number, view, go) {
    const step = run.steps[number - 1];
    const decisive = run.decisive();
    const last = number === lastOf(run.finding) && number <= run.given && isBroken(run.finding);
    const kind = ['step',
        number === view.at ? 'cur' : '',
        decisive && !decisive.has(number) ? 'minor' : '',
        last ? 'last' : '',
        blamed(run, number) ? 'blamed' : '',
        number > run.given ? 'walked' : ''];
    return el('tr', { class: kind.join(' '), id: view.at >= 0 && 'step-' + number, role: 'row', tabindex: number === view.at ? 0 : -1,
        'aria-current': number === view.at ? 'step' : false, onclick: () => go(number) },
    el('th', { scope: 'row', role: 'rowheader' }, number),
    view.actors.map(actor => step.actor === actor ? stepCell(run, number, actor) : idleCell(run, actor, number)),
    el('td', { class: 'changes', role: 'gridcell' }, effects(step), blame(run, number)));
}

function stepCell(run, number, actor) {
    const step = run.steps[number - 1];
    const kept = [...step.choices, ...step.kept].join(', ');
    return el('td', { role: 'gridcell', class: colour(actor) },
        el('div', { class: 'what' }, step.text || step.step, kept && el('span', { class: 'kept' }, ' [' + kept + ']')),
        (step.said || []).map(said => el('div', { class: 'said' }, said)),
        step.function && el('div', { class: 'fn', title: [step.file, step.version].filter(known => known).join(', ') },
            functionName(step.statement || step.function + '()')),
        el('div', { class: 'changes below', 'aria-hidden': 'true' }, effects(step), blame(run, number)));
}

/** Where a task does nothing it may wait, which is seen. */
function idleCell(run, actor, number) {
    const wait = run.wait(actor, number);
    const words = { ASLEEP: 'asleep', BLOCKED: 'waits', QUEUED: '' };
    const begins = wait && wait.since + 1 === number;
    return el('td', { role: 'gridcell', class: wait ? wait.how.toLowerCase() : '',
        title: wait ? actor + ' ' + (words[wait.how] || 'is queued') + ': ' + wait.on.join(', ') : false },
    wait && words[wait.how] && el('span', { class: begins ? 'wait' : 'hidden' }, words[wait.how]));
}

/** Who sleeps to the end because of what a step did, or did not do. */
function blamed(run, number) {
    const causes = ['NEVER_WOKEN', 'WRONG_KEY', 'WOKEN_BEFORE_IT_SLEPT'];
    return number <= run.given && run.finding.stuck.find(stuck => stuck.step === number && causes.includes(stuck.cause));
}

/** What it did not do, beside what it did. */
function blame(run, number) {
    const words = { NEVER_WOKEN: 'no wake-up here', WRONG_KEY: 'another key', WOKEN_BEFORE_IT_SLEPT: 'nobody sleeps yet' };
    const stuck = blamed(run, number);
    return stuck && el('div', { class: 'wrong' }, words[stuck.cause]);
}

/** What a step changed, and what it told. */
function effects(step) {
    return step.effects.map(effect => el('div', { class: effect.startsWith('* ') ? 'told' : '' },
        arrowed(effect.startsWith('* ') ? effect.slice(2) : effect)));
}

function mark(columns, text, kind) {
    return el('tr', { class: kind || 'mark', role: 'row' },
        el('td', { role: 'gridcell' }), el('td', { colspan: columns + 1, role: 'gridcell' }, text));
}

/** The table of a run; steps that do not decide are folded, unless all are wanted. */
function race(run, view, go, unfold) {
    const trace = run.finding.trace;
    const folds = view.all ? [] : run.folds();
    const rows = [];
    for (let number = 1; number <= run.length; number++) {
        if (!run.walked && trace.loopStart === number - 1) {
            rows.push(mark(view.actors.length, 'these steps repeat forever'));
        }
        if (number === run.given + 1) {
            rows.push(mark(view.actors.length, 'from here on as you chose', 'mark chosen'));
        }
        const fold = folds.find(one => one.first <= number && number <= one.last);
        if (twinAt(run) === number) {
            rows.push(twinRow(run, view));
        }
        if (fold && number === fold.first) {
            rows.push(foldRow(fold, view.actors.length, unfold));
        }
        if (!fold || number === view.at) {
            rows.push(raceRow(run, number, view, go));
        }
    }
    if (twinAt(run) > run.length) {
        rows.push(twinRow(run, view));
    }
    if (!run.walked && trace.loopStart !== undefined) {
        rows.push(mark(view.actors.length, trace.fails ? 'nothing comes after a step that fails'
            : trace.loopStart === run.length ? 'nobody moves any more'
            : 'and so on from step ' + (trace.loopStart + 1)));
    }
    return el('table', { class: 'race', role: 'grid', 'aria-label': 'Race, a column for each task', 'aria-rowcount': run.length },
        el('colgroup', {}, el('col', { class: 'number' }), view.actors.map(() => el('col')), el('col', { class: 'wider' })),
        el('thead', {}, el('tr', { role: 'row' }, el('th', { scope: 'col' }, el('span', { class: 'hidden' }, 'step')),
            view.actors.map(actor => el('th', { scope: 'col', class: colour(actor) }, actor)),
            el('th', { scope: 'col', class: 'changes' }, 'changes'))),
        el('tbody', {}, startRow(run, view, go), rows));
}

function startRow(run, view, go) {
    return view.at === 0 && el('tr', { class: 'step cur start', role: 'row', tabindex: 0, 'aria-current': 'step', onclick: () => go(0) },
        el('th', { scope: 'row', role: 'rowheader' }, 0),
        el('td', { colspan: view.actors.length + 1, role: 'gridcell' }, 'the start'));
}

/** Before which row a protocol in which the claim holds goes another way: a fold stays whole. */
function twinAt(run) {
    const twin = run.finding.twin;
    const fold = twin && !run.walked && run.folds().find(one => one.first < twin.step && twin.step <= one.last);
    return twin && !run.walked ? (fold ? fold.first : twin.step) : 0;
}

/** What it does there, beside what happens here. */
function twinRow(run, view) {
    const twin = run.finding.twin;
    return el('tr', { class: 'twin', role: 'row' },
        el('th', { scope: 'row', role: 'rowheader', title: 'another protocol' }, '\u2260'),
        el('td', { colspan: view.actors.length + 1, role: 'gridcell' },
            el('b', {}, 'What if: ' + twin.name), ', where this claim holds. There ', twin.words, '.',
            twin.next.length > 0 && el('div', {}, 'It can go on with ', list(twin.next), '.'),
            twin.differs.length > 0 && el('div', { class: 'dim' }, 'It differs in ', list(twin.differs.map(arrowed)), '.')));
}

const list = texts => texts.flatMap((text, i) => [i > 0 && (i === texts.length - 1 ? ' and ' : ', '), el('code', {}, text)]);

function foldRow(fold, columns, unfold) {
    const count = plural(fold.last - fold.first + 1, 'step');
    return el('tr', { class: 'fold', role: 'row', onclick: unfold },
        el('th', { scope: 'row', role: 'rowheader' }, fold.first + (fold.last > fold.first ? '\u2013' + fold.last : '')),
        el('td', { colspan: columns + 1, role: 'gridcell' },
            el('button', { type: 'button', class: 'plain', 'aria-label': 'show ' + count }, fold.text, ' ',
                el('span', { class: 'dim' }, '(' + count + ')'))));
}
